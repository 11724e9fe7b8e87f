// From accepted changes to the fields of a record: the merge rule of each field over the values that nobody replaced.
#pragma once

#include "core/sync/mergejudge.h"

namespace ourtable::sync {

// Fills fields, hidden and changedWhileHidden. `counted` are the accepted changes that make the state; at least one.
void foldFields(const RecordJudge &judge, const std::vector<Judged *> &counted, RecordState &state);

} // namespace ourtable::sync
