// Waits until the app rests, so that a picture of it is whole.
#pragma once

#include <QQuickWindow>

#include "app/bridge/session.h"

namespace ourtable {

// GUI thread; lets events happen meanwhile. Ends when the storage thread did all that was asked for by now and its answers
// arrived, sharing rests, and the window has drawn what came of it; after some seconds it gives up waiting.
void settle(Session &session, QQuickWindow &window);

// Lets events happen until `done` says so. False when it took longer than some seconds.
[[nodiscard]] bool waitUntil(const std::function<bool()> &done);

} // namespace ourtable
