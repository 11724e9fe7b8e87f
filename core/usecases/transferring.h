// Bringing a whole programme in and taking it out (design README 8, Import).
#pragma once

#include "core/usecases/interchange/interchangerecord.h"
#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct TransferReport {
    std::size_t written = 0;
    std::size_t unchanged = 0; // were here already, as they are in the file
    std::size_t sealed = 0;    // of those written: into circles that this person cannot read
};
// false stops it; what is written by then stays, importing again goes on.
using TransferProgress = std::function<bool(std::size_t done, std::size_t all)>;

// Coordinators only. Checks everything before it writes anything; importing twice changes nothing.
[[nodiscard]] Result<TransferReport> importRecords(Workspace &workspace, const std::vector<InterchangeRecord> &records,
                                                   const TransferProgress &progress = {});
// Everything this person may read, as it stands: hidden and taken back records left out.
[[nodiscard]] Result<std::vector<InterchangeRecord>> exportRecords(Workspace &workspace);

} // namespace ourtable::usecases
