// The history of a record in words, newest first. On the storage thread.
#pragma once

#include "app/bridge/recordhistory.h"

namespace ourtable::records {

[[nodiscard]] Result<QList<RecordHistory::Entry>> historyOf(usecases::Workspace &workspace, const RecordId &record, const QString &today);

} // namespace ourtable::records
