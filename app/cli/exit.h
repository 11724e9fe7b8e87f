// How the program ends, for scripts. Documented by `ourtable-cli --help`; numbers never change meaning.
#pragma once

#include "core/support/error.h"

namespace ourtable::cli {

enum class Exit : int {
    Ok = 0,
    Usage = 2,   // the command line, or a value on it
    Refused = 3, // a right, a rule or the hub says no
    Secret = 4,  // wrong PIN or passphrase, or wait before the next try
    Offline = 5, // no hub; what was written is saved here
    Storage = 6, // disk or files of this device
    BadFile = 7, // a file that was handed over
    Waiting = 8, // somebody else has to do something first
    Defect = 9,  // ours
    Stopped = 10 // the person stopped it
};

[[nodiscard]] Exit exitOf(ErrorCode code);

} // namespace ourtable::cli
