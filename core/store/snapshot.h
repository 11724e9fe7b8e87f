// The projection on disk, sealed, so that unlocking does not fold the whole log again (design README 8; security.md 1.5).
// It holds nothing that is not in the log: whatever is wrong with it, it goes and the log is folded.
#pragma once

#include <string>

#include "core/crypto/securebytes.h"
#include "core/store/projection.h"

namespace ourtable::store {

struct SnapshotOwner {
    EndpointId endpoint; // one person on one device
    DeviceId device;

    bool operator==(const SnapshotOwner &) const = default;
};

// What the newest snapshot is of. Kept in the store beside the log, in the clear: it names no one and nothing that is
// written there. The file's seal holds for this label only, so an older file does not pass for the newest.
struct SnapshotLabel {
    std::uint32_t format = 0;
    Hash schema;
    SnapshotOwner owner;
    HighWater upTo;

    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<SnapshotLabel> decoded(ByteView octets); // Malformed

    bool operator==(const SnapshotLabel &) const = default;
};

class Snapshot {
public:
    // Scrubs the projection, seals its image in place (never two of them in memory) and puts the file over an older one,
    // whole or not at all. Not inside a transaction. Keep the label; without it the file cannot be opened.
    [[nodiscard]] static Result<SnapshotLabel> write(const std::string &path, crypto::KeyView key, Projection &projection,
                                                     const SnapshotOwner &owner);

    // The projection as it was; nothing of the file is used before its last seal has held. On any error the log has to be
    // folded from its first row, and the file is gone, except for NotFound and StorageFailed (it could not be read).
    //   NotFound     there is no file
    //   Unsupported  detail "format" or "schema": of another version of this program, or of other catalogue settings
    //   SealBroken   detail "owner": the label is of another person or device; "seal": flipped, cut, older or newer than
    //                the label, of another person or under another key; "content": sealed rightly and yet not what the
    //                label says
    [[nodiscard]] static Result<Projection> open(const std::string &path, crypto::KeyView key,
                                                 const catalogue::Catalogue &catalogue, const SnapshotOwner &owner,
                                                 const SnapshotLabel &label);
};

} // namespace ourtable::store
