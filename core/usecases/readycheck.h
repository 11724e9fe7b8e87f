// What has to be known before a breakfast begins (domain.md J1 step 3): what people need in the room, who is at the side table,
// and what is read out. As records, codes and counts; the words are the screen's.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

// Something that people need, and how many of them. Never who: it is shown on a screen that others look at.
struct NeedInTheRoom {
    std::string vocabulary; // that code is of; empty: code is what somebody wrote
    std::string code;
    std::int64_t people = 0;
    bool operator==(const NeedInTheRoom &) const = default;
};

struct ReadyCheck {
    std::string date;                 // "YYYY-MM-DD"
    std::string state;
    std::int64_t people = 0;          // that need something
    std::vector<NeedInTheRoom> needs; // what most people need first; alike ones by vocabulary and code
    std::vector<RecordId> sideTable;  // people
    std::vector<std::string> groundRules; // of the agreement in force; empty when there is none
    bool rulesRead = false;
    bool notesExplained = false;
};

// Of what this person may read (recordscope.h): an office sees every need, a lay partner those that are shared with them. Needs
// that ended are left out, and "in the room", which is said in somebody's own words and could tell who it is. NotFound.
[[nodiscard]] Result<ReadyCheck> readyCheck(Workspace &workspace, const RecordId &gathering);

// Ticks, or takes the tick off. Saved at once; the end of the breakfast asks for both again.
[[nodiscard]] Result<void> setRulesRead(Workspace &workspace, const RecordId &gathering, bool read);
[[nodiscard]] Result<void> setNotesExplained(Workspace &workspace, const RecordId &gathering, bool explained);

} // namespace ourtable::usecases
