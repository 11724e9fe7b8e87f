// Moves the dates of a demonstration, so that it plays today. Internal to this folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/support/result.h"

namespace ourtable::usecases {

// Dates and times move by whole days; months by as many calendar months as the as-of date moves through, so that a run
// of months stays a run. Words that name a date or a quarter stay as they are.
class DateShift {
public:
    DateShift() = default;
    // Errors: InvalidInput when the as-of date is none and there is anything to shift, or leaves the years we know.
    [[nodiscard]] static Result<DateShift> of(std::int64_t days, std::string_view asOf);

    // Each gives InvalidInput for what is no date, month or time, or leaves the years we know.
    [[nodiscard]] Result<std::string> date(std::string_view date) const;
    [[nodiscard]] Result<std::string> month(std::string_view month) const;
    [[nodiscard]] Result<std::int64_t> milliseconds(std::string_view timestamp) const;

private:
    std::int64_t m_days = 0;
    std::int64_t m_months = 0;
};

inline constexpr std::int64_t kMillisecondsOfDay = 86'400'000;

} // namespace ourtable::usecases
