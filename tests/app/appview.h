// The whole app in a window that nobody sees, for one person of a test's programme: real files, real storage thread, the
// screens as they ship. Only the hub's line and the time are the test's.
#pragma once

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <memory>
#include <optional>

#include "app/bridge/density.h"
#include "app/bridge/session.h"
#include "qml/engine/translation.h"
#include "tests/support/programme.h"
#include "tests/support/stillway.h"

namespace ourtable::test {

struct AppOptions {
    QSize size{1280, 800};
    bool touch = true;
    PlaceSource *places = nullptr;
    sync::NearbyWay *nearby = nullptr; // nullptr: one that leads nowhere
};

// GUI thread. The person's workspace of the programme must be closed (Programme::close): the app opens the folder itself.
// Everything waits at most some seconds for the storage thread and fails the test otherwise. Call failOnWarnings() first.
class AppView {
public:
    AppView(Programme &programme, Member &member, const AppOptions &options = {});
    // A device that belongs to no programme yet.
    AppView(const std::string &folder, const usecases::Surroundings &around, Clock &clock, const AppOptions &options = {});
    ~AppView();

    // Signs the first person of the device in with the member's password. False when that did not work.
    [[nodiscard]] bool signIn();
    // Waits until the storage thread did all that was asked for by now and its answers arrived, and sharing rests.
    void settle();
    // As a swipe from the recent apps does: no goodbye, then the same device again.
    void killAndRestart();

    [[nodiscard]] Session &session() { return *m_session; }
    [[nodiscard]] QQuickWindow &window() { return *m_window; }
    // The visible item of this object name; nullptr when there is none.
    [[nodiscard]] QQuickItem *item(const QString &name);
    [[nodiscard]] QList<QQuickItem *> items();
    // What a finger, a mouse and a keyboard do; each scrolls the item into sight first, and fails the test when there is none.
    void tap(const QString &name);
    void click(const QString &name);
    void pointAway(); // the mouse leaves whatever it was over
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text); // into what has the focus
    // From here on a finger, a mouse and keys go on at once, whatever was asked for (off: wait, as at first).
    void hurry(bool on = true) { m_hurries = on; }
    // How many taps there were.
    [[nodiscard]] int taps() const { return m_taps; }
    void countTapsFromHere() { m_taps = 0; }
    // What the workspace of whoever is signed in answers; work as for Storage::askWorkspace.
    template <class Work>
    auto inWorkspace(Work work)
    {
        std::optional<std::invoke_result_t<Work, usecases::Workspace &>> answer;
        m_session->storage().askWorkspace(m_session.get(), std::move(work), [&answer](auto &&got) { answer.emplace(std::move(got)); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
            qFatal("the storage thread does not answer");
        return std::move(*answer);
    }
    // Opens a page by its name, as a test's short cut.
    void open(const QString &page, const QVariantMap &details = {});
    [[nodiscard]] QString page();
    [[nodiscard]] QImage picture();

private:
    void start(const AppOptions &options);
    void rest();
    [[nodiscard]] QPoint centreOf(const QString &name);

    std::string m_folder;
    usecases::Surroundings m_around;
    Clock &m_clock;
    AppOptions m_options;
    QString m_password;
    StillWay m_still;
    Translation m_words;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Density> m_density;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
    std::unique_ptr<QPointingDevice> m_finger;
    int m_taps = 0;
    bool m_hurries = false;
};

} // namespace ourtable::test
