// A locked copy on a memory stick: what waits for the hub, carried to a device that meets the hub sooner (ux.md 7.22).
//
// Nothing counts as shared for it, on neither device: only the hub's receipt does that. Whoever finds the stick reads nothing;
// everybody of the programme can bring it in, also what is sealed for circles that they cannot read.
#pragma once

#include "core/usecases/sharedthings.h"

namespace ourtable::usecases {

struct CopyMade {
    std::string name; // of the file, in the folder that was named
    Things things;
};
// Writes all that lacks the hub's receipt into a new file of the folder: whole and on the disk, or not at all; never over
// another. NotFound: nothing waits (detail waiting), or no such folder (detail folder). NoKey: this device has to meet the hub
// first. TooLarge, StorageFull, StorageFailed.
[[nodiscard]] Result<CopyMade> makeCopy(Workspace &workspace, const std::string &folder);

struct CopyTaken {
    Things came;                  // what was new here and goes to the hub from here now; nothing when all of it was here
    std::vector<Touched> touched; // what may look different now
};
// Brings in all of such a file, or nothing of it. NotFound; Malformed: no locked copy; SealBroken: altered, or its end is
// missing; NotMember: of another programme; NoKey: this device has to meet the hub first; Unsupported: of a newer version;
// Expired; TooLarge; DirectoryBroken: it tells another story of who belongs to the programme. The same file again changes
// nothing.
[[nodiscard]] Result<CopyTaken> takeCopy(Workspace &workspace, const std::string &path);

} // namespace ourtable::usecases
