// What happened to a note, in words: "Joel changed the theme, 9:02". For the storage thread.
#pragma once

#include <QStringList>

#include "core/usecases/workspace.h"

namespace ourtable {

// The newest first. today: "YYYY-MM-DD", for how moments are said.
[[nodiscard]] Result<QStringList> noteHistory(usecases::Workspace &workspace, const RecordId &note, const QString &today);

} // namespace ourtable
