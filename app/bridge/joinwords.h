// The two words of somebody who waits to be let in, kept over restarts: the coordinator's screen shows the same two, and
// people compare them. They say nothing to anybody else.
#pragma once

#include <QString>

namespace ourtable::joinwords {

// folder: the session's settings folder; key: as PeopleModel has it.
void keep(const QString &folder, const QString &key, const QString &words);
// Empty when none are kept.
[[nodiscard]] QString of(const QString &folder, const QString &key);
void forget(const QString &folder, const QString &key);

} // namespace ourtable::joinwords
