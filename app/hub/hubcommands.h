// What each command of ourtable-hub does. Results go to standard output, complaints with what to do about them to standard
// error; nothing is thrown.
#pragma once

#include "app/hub/hubarguments.h"

namespace ourtable::hub {

// Scripts rely on these numbers; they do not change.
enum class Exit : int {
    Ok = 0,
    Defect = 1,             // a defect of ours; the message says where
    Usage = 2,              // the command line is wrong
    Unusable = 3,           // the folder, a file in it or the database cannot be used
    PortTaken = 4,          // somebody else has the port, or the system keeps it
    AlreadyInitialised = 5, // the folder holds a hub
    AlreadyFounded = 6,     // a programme was founded here; coordinators invite from now on
};

[[nodiscard]] Exit initialise(const Arguments &arguments);
[[nodiscard]] Exit invite(const Arguments &arguments);
// Returns after SIGTERM or SIGINT. Call it before any thread was started: it blocks these signals for all.
[[nodiscard]] Exit serve(const Arguments &arguments);
// Says that hub.db came back from a backup: a new hub epoch, so that every tablet compares and offers what it lacks.
[[nodiscard]] Exit markRestored(const Arguments &arguments);
[[nodiscard]] Exit showStatus(const Arguments &arguments);

} // namespace ourtable::hub
