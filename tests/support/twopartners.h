// A programme in which two lay partners can work, and the breakfast that the first of them started.
#pragma once

#include "tests/support/programme.h"

namespace ourtable::test {

// Founds it, lets Ruth and Joel in, and has Ruth start the breakfast. False (and programme.failure says why) when something
// along the way did not work.
[[nodiscard]] inline bool foundWithTwo(Programme &programme, Member *&ruth, Member *&joel, RecordId &gathering)
{
    if (!programme.found())
        return false;
    ruth = programme.letIn("Ruth", {"lay_partner"});
    joel = programme.letIn("Joel", {"lay_partner"});
    if (!ruth || !joel)
        return false;
    const Result<RecordId> started = usecases::startBreakfast(**ruth, {.date = "2026-11-12", .place = "The Copper Kettle"});
    if (!started) {
        programme.failure = "starting a breakfast: " + std::string(nameOf(started.error().code));
        return false;
    }
    gathering = *started;
    return true;
}

} // namespace ourtable::test
