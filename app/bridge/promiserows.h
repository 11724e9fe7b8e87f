// Promises as rows of a short list: what, who, by when, and how it stands; never a blaming word (ux.md 7.10).
#pragma once

#include "app/bridge/rowsmodel.h"
#include "core/usecases/workspace.h"

namespace ourtable {

// Who said they would do it: a person, an organisation, or a name in words; empty when nobody gave one. On the storage thread.
[[nodiscard]] Result<QString> promiseOwner(usecases::Workspace &workspace, const store::RecordView &promise);
// On the storage thread. Names of people and organisations are looked up here.
[[nodiscard]] Result<QList<RowsModel::Row>> promiseRows(usecases::Workspace &workspace, const std::vector<store::RecordView> &promises,
                                                        const QString &today);

} // namespace ourtable
