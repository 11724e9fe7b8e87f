// What people are called on the screens: as they want to be called, and where somebody else is called the same, with as much
// of their name as tells them apart.
#pragma once

#include <QString>

#include "core/usecases/workspace.h"

namespace ourtable::personname {

// The same for somebody whose record may be in any version. Full names that are the same stay the same.
[[nodiscard]] QString toldApart(usecases::Workspace &workspace, const QString &knownAs, const QString &name);
// person: a record of that kind. Their whole name when they did not say what to be called.
[[nodiscard]] QString of(usecases::Workspace &workspace, const store::RecordView &person);
// Empty when nothing is known of them here.
[[nodiscard]] QString of(usecases::Workspace &workspace, const PersonId &person);

} // namespace ourtable::personname
