// The three ways to press something: what a check of the design says of a finger has to hold for a mouse and for keys alone.
#pragma once

#include "tests/app/appview.h"

namespace ourtable::test {

enum class Input { Touch, Mouse, Keys };

// Rows "finger", "mouse" and "keys" of the column "input". To be called in a test's _data.
inline void addInputs()
{
    QTest::addColumn<int>("input");
    QTest::newRow("finger") << int(Input::Touch);
    QTest::newRow("mouse") << int(Input::Mouse);
    QTest::newRow("keys") << int(Input::Keys);
}

// A window as it is where people have such an input: a tablet, or a desktop.
[[nodiscard]] inline AppOptions windowFor(Input input)
{
    return input == Input::Touch ? AppOptions{{1280, 800}, true} : AppOptions{{1440, 900}, false};
}

// Keys go with Tab from wherever the focus is, and fail the test when the item is not reached.
inline void pressBy(Input input, AppView &app, const QString &name)
{
    if (input == Input::Touch)
        return app.tap(name);
    if (input == Input::Mouse)
        return app.click(name);
    constexpr int kMostSteps = 150;
    const auto reached = [&app, &name] { return app.window().activeFocusItem() && app.window().activeFocusItem()->objectName() == name; };
    for (int step = 0; step < kMostSteps && !reached(); ++step)
        app.press(Qt::Key_Tab);
    if (!reached())
        qFatal("Tab does not lead to %s", qPrintable(name));
    app.press(Qt::Key_Return);
}

} // namespace ourtable::test
