// Promises that people make at a table.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct NewPromise {
    std::string text;
    std::string kind = "pledge";         // or one_step, action
    std::string ownerType = "unnamed";   // person, organisation, group
    std::optional<RecordId> owner;       // a person or an organisation that is here
    std::string ownerName;               // or who it is, in words
    std::string due;                     // "YYYY-MM-DD"; empty = the next breakfast
    std::vector<RecordId> notes;         // that it comes from
    std::optional<std::string> draft;    // its form's draft is done
};
// Offered, made today. NotFound (gathering) when that breakfast is not on this device; RequiredMissing (action.owner) when
// it is somebody's who is neither chosen nor named. The notes will say that this came of them, in the same change.
[[nodiscard]] Result<RecordId> addPromise(Workspace &workspace, const RecordId &gathering, const NewPromise &promise);

// "YYYY-MM-DD" of the next planned breakfast after today; when none is planned, the second Thursday of a coming month that is
// at least two weeks away. today: empty = by this device's clock, in UTC.
[[nodiscard]] Result<std::string> dateOfNextBreakfast(Workspace &workspace, const std::string &today = {});

} // namespace ourtable::usecases
