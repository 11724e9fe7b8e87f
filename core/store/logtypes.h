// What goes into the log and comes out of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/sync/envelope.h"
#include "core/sync/replica.h"

namespace ourtable::store {

// Where a change stands. Only Ready ones are folded.
enum class ChangeState : std::uint8_t {
    Unsealed = 0,          // no seal covers it yet, or a predecessor is missing
    Ready = 1,
    WaitsForDirectory = 2, // names a directory head that is not here yet
    Quarantined = 3,       // breaks a rule; kept, shown to someone who can act
};

enum class QuarantineReason : std::uint8_t {
    None = 0, NotMember = 1, PastTheEnd = 2, HeadWentBack = 3, BadShape = 4, HubSaysBad = 5
};

struct StoredChange {
    std::int64_t row = 0;
    sync::Envelope envelope;
    Hash hash;
    EndpointId author;
    bool acknowledged = false;
};

struct ChainHead {
    std::uint64_t seq = 0; // 0 = nothing yet
    Hash hash;
};

// One save: all of it is on disk afterwards, or nothing.
struct Save {
    std::vector<sync::Envelope> changes; // in order; each continues its chain
    std::vector<sync::Seal> seals;       // newest head of each chain touched
    std::uint64_t clock = 0;             // greatest hybrid clock used
    std::optional<std::string> draftDone; // this form's draft goes with the save
    struct Receipt {                     // of a record sealed into a circle that its writer cannot read
        RecordId record;
        std::uint16_t kind = 0;
        std::int64_t at = 0;
    };
    std::vector<Receipt> receipts;
    struct EditCopy {                    // what the writer may still correct, sealed under the draft key
        RecordId record;
        EndpointId owner;
        RecordId gathering;              // closes with it; zero = none
        Bytes sealed;
        std::int64_t until = 0;
    };
    std::vector<EditCopy> editCopies;
};

struct LogCounts {
    std::int64_t changes = 0;
    std::int64_t waitingToBeSent = 0;
    std::int64_t waiting = 0;     // unsealed, or for the directory
    std::int64_t quarantined = 0;
};

using DraftName = std::pair<std::string, EndpointId>; // form, owner

// A draft that the disk did not take.
struct UnkeptDraft {
    Bytes sealed;
    std::int64_t at = 0;
    ErrorCode why = ErrorCode::StorageFull;
};

} // namespace ourtable::store
