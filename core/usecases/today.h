// What the first screen shows (ux.md 7.3), as records, codes and numbers: the words are the screen's.
//
// Everything here is what this person may read; which of it is shown to whom is the screen's choice. What their roles keep
// from them is nothing (std::nullopt) or empty, never a number.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct TodayGathering {
    RecordId record;
    std::string kind;
    std::string state;
    std::string date;
    std::string start;
    std::string end;
    bool isToday = false;
    std::int64_t tables = 0; // that it names
    std::int64_t notes = 0;
};

struct NotesToSort { // of one gathering, as waitingForSorting() (sorting.h)
    RecordId gathering;
    std::string date;
    std::int64_t notes = 0;
};

struct NominationsToContact { // nobody has heard a yes or a no yet
    std::int64_t people = 0;
    std::string oldest;       // the day of the first of them; empty when that is not known
};

struct PromisesNow {
    std::int64_t open = 0;
    std::int64_t late = 0;          // of the open ones
    std::vector<RecordId> earliest; // of the open ones, by the day that they are due
};

struct WorkstreamPairs {
    std::int64_t paired = 0; // with two active partners
    std::int64_t all = 0;    // that are not finished
};

struct Today {
    std::string date;
    std::optional<TodayGathering> gathering; // one of today, or one that is still open, or the next one
    std::optional<std::vector<NotesToSort>> notesToSort; // the latest gathering first
    std::vector<RecordId> stillToFinish;     // gatherings, oldest first
    std::int64_t twoVersions = 0;
    std::optional<NominationsToContact> nominations;
    std::optional<PromisesNow> promises;
    std::vector<RecordId> followUps;         // support notes that wait for this person within a week, the earliest first
    std::vector<RecordId> feedback;          // published lines of "You said, we did", the newest first; a few
    std::optional<WorkstreamPairs> workstreams;
};

// date: "YYYY-MM-DD" of the place where the person is; empty = by this device's clock, in UTC.
[[nodiscard]] Result<Today> today(Workspace &workspace, const std::string &date = {});

} // namespace ourtable::usecases
