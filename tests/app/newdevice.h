// Every page that a device shows before it belongs to a programme: a folder that takes nothing, the welcome, and joining, one
// question after another up to being let in.
#pragma once

#include <functional>

#include "tests/app/appview.h"
#include "tests/app/demoprogramme.h"

namespace ourtable::test {

// Goes through them with a new device in windows as the options say; `opened` is told of each window before anything is looked
// at, `at` of each page by its name ("new", "join-name"). The words of "join-waiting" are others each time. The coordinator of
// the programme must be signed out, and is so afterwards. Stops the test when a page does not come.
void walkNewDevice(DemoProgramme &demo, const AppOptions &options, const std::function<void(AppView &)> &opened,
                   const std::function<void(const QString &, AppView &)> &at);

} // namespace ourtable::test
