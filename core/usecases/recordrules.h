// Rules between the fields of one record (domain.md 3.3) that no single field can carry. Run when writing, imports too.
#pragma once

#include "core/sync/merge.h"

namespace ourtable::usecases {

// GuardRefused with the rule's name:
//   "count_only_keeps_nothing": a support need that is only counted holds permission, areas and month, nothing else, and
//   never held more (J2-01): what was kept is taken back, and counted anew
//   "agreed_before_sharing": an introduction without the person's yes carries no shared details
[[nodiscard]] Result<void> checkRecordRules(const catalogue::Kind &kind, const sync::RecordState &state, const sync::Body &body);

} // namespace ourtable::usecases
