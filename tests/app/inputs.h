// The ways to work with the window: what a check of the design says of a finger has to hold for a mouse and for keys alone.
#pragma once

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>

#include "tests/app/appview.h"

namespace ourtable::test {

enum class Input { Touch, Mouse, Keys, Reader }; // Reader: a screen reader, which presses without any of the others

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
    return input == Input::Touch || input == Input::Reader ? AppOptions{{1280, 800}, true} : AppOptions{{1440, 900}, false};
}

// Tab from wherever the focus is. Fails the test when it does not lead there.
inline void tabTo(AppView &app, const QString &name)
{
    constexpr int kMostSteps = 150;
    const auto reached = [&app, &name] { return app.window().activeFocusItem() && app.window().activeFocusItem()->objectName() == name; };
    for (int step = 0; step < kMostSteps && !reached(); ++step)
        app.press(Qt::Key_Tab);
    if (!reached())
        qFatal("Tab does not lead to %s", qPrintable(name));
}

inline void pressBy(Input input, AppView &app, const QString &name)
{
    if (input == Input::Touch)
        return app.tap(name);
    if (input == Input::Mouse)
        return app.click(name);
    if (input == Input::Reader) {
        QAccessible::queryAccessibleInterface(app.item(name))->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        return app.settle();
    }
    tabTo(app, name);
    app.press(Qt::Key_Return);
}

// To write in it.
inline void goInto(Input input, AppView &app, const QString &field)
{
    if (input == Input::Keys)
        return tabTo(app, field);
    pressBy(input, app, field);
}

// A keyboard on the screen composes words one by one, and goes on holding the last one: nobody types a full stop to end it.
inline void compose(AppView &app, const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '));
    for (qsizetype at = 0; at < words.size(); ++at) {
        QInputMethodEvent held(words[at], {});
        QCoreApplication::sendEvent(app.window().activeFocusItem(), &held);
        if (at + 1 == words.size())
            break;
        QInputMethodEvent done;
        done.setCommitString(words[at] + QLatin1Char(' '));
        QCoreApplication::sendEvent(app.window().activeFocusItem(), &done);
    }
    QCoreApplication::processEvents();
}

inline void paste(AppView &app, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    app.press(Qt::Key_V, Qt::ControlModifier);
}

// Words as people with such an input bring them into what has the focus.
inline void writeBy(Input input, AppView &app, const QString &text)
{
    if (input == Input::Touch)
        compose(app, text);
    else if (input == Input::Mouse)
        paste(app, text);
    else
        app.type(text);
}

// Through the page that asks who it is.
inline void signInBy(Input input, AppView &app, const QString &secret)
{
    pressBy(input, app, QStringLiteral("person0"));
    goInto(input, app, QStringLiteral("secretInput"));
    app.type(secret);
    pressBy(input, app, QStringLiteral("open"));
    if (!QTest::qWaitFor([&app] { return app.session().stage() == Session::Stage::SignedIn; }, 20'000))
        qFatal("signing in failed");
    app.settle();
}

} // namespace ourtable::test
