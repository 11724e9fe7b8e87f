// What came of reading a file: the records, and everything that is wrong with it, not only the first thing.
#pragma once

#include <string>
#include <vector>

#include "core/usecases/interchange/interchangerecord.h"

namespace ourtable::usecases {

inline constexpr std::size_t kMostIssues = 50;

struct ImportIssue {
    // "records[12].fields.theme", "row 4.theme", "file"; names and numbers only, never what somebody wrote.
    std::string place;
    Error error;

    bool operator==(const ImportIssue &) const = default;
};

// `records` are those without an issue. Only a report without issues may be imported without asking somebody.
struct ImportReport {
    std::vector<InterchangeRecord> records;
    std::vector<ImportIssue> issues;
    bool more = false; // reading stopped at kMostIssues

    [[nodiscard]] bool ok() const { return issues.empty(); }
    // False once there are enough; what comes after is not kept.
    bool note(std::string place, Error error)
    {
        if (!more)
            issues.push_back({std::move(place), std::move(error)});
        more = issues.size() >= kMostIssues;
        return !more;
    }
};

} // namespace ourtable::usecases
