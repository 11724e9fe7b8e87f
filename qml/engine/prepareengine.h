// Sets up an engine of QML as the app has it.
#pragma once

class QQmlEngine;

namespace ourtable {

// Our modules, our icons and shadows, and no network: whatever a page or a word in it asks for, nothing is fetched. Before
// anything is loaded; the engine's thread.
void prepareEngine(QQmlEngine &engine);

} // namespace ourtable
