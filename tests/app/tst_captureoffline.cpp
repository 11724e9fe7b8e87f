// J1-12: without a line nothing waits, asks or sounds like a machine.
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include "tests/app/capturedesk.h"
#include "tests/app/inputs.h"
#include "tests/app/shownwords.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

// What turns, or says that it is busy, and what asks: looked for after each step, and again and again in between.
class Watch {
public:
    explicit Watch(AppView &app) : m_app(app)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
        m_timer.start(10);
    }
    // Milliseconds at a stretch, of the same thing.
    [[nodiscard]] qint64 longestBusy() const { return m_longest; }
    [[nodiscard]] QString asked() const { return m_asked; }
    void look()
    {
        QString busy;
        for (QQuickItem *item : m_app.items()) {
            if (item->inherits("QQuickBusyIndicator") || item->property("indeterminate").toBool() || item->property("busy").toBool())
                busy = item->objectName() + words(item->metaObject()->className());
            if (item->inherits("QQuickPopupItem"))
                m_asked = item->objectName() + words(item->metaObject()->className());
        }
        for (QWindow *window : QGuiApplication::topLevelWindows()) {
            if (window->isVisible() && window != &m_app.window())
                m_asked = window->title() + QStringLiteral(" another window");
        }
        if (busy.isEmpty() || busy != m_busy)
            m_since.start();
        else
            m_longest = std::max(m_longest, m_since.elapsed());
        m_busy = busy;
    }

private:
    AppView &m_app;
    QTimer m_timer;
    QElapsedTimer m_since;
    QString m_busy;
    QString m_asked;
    qint64 m_longest = 0;
};

} // namespace

class CaptureOfflineTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void J1_12_aNoteWaitsForNothingAndNobodyIsAsked_data() { addInputs(); }
    void J1_12_aNoteWaitsForNothingAndNobodyIsAsked();

private:
    Morning m_morning;
};

void CaptureOfflineTest::initTestCase()
{
    QAccessible::setActive(true);
    QVERIFY2(m_morning.make(), m_morning.programme.failure.c_str());
    m_morning.programme.hub.online = false;
}

void CaptureOfflineTest::J1_12_aNoteWaitsForNothingAndNobodyIsAsked()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(m_morning, windowFor(by));
    ShownWords shown;
    Watch watch(desk.app);
    for (const char *note : {"A bench outside the surgery.", "Somebody to ring on Sundays."}) {
        goInto(by, desk.app, words("boxInput"));
        writeBy(by, desk.app, words(note));
        watch.look();
        shown.read(desk.app, words("writing"));
        pressBy(by, desk.app, words("kind-need"));
        watch.look();
        pressBy(by, desk.app, words("save"));
        watch.look();
        QCOMPARE(desk.firstNote(), words(note));
        QVERIFY(!desk.app.item(words("note0"))->property("shared").toBool());
        desk.app.session().sharing()->tryNow();
        watch.look();
        shown.read(desk.app, words("saved"));
    }
    pressBy(by, desk.app, words("pill"));
    QCOMPARE(desk.app.page(), words("sharing"));
    watch.look();
    pressBy(by, desk.app, words("tryNow"));
    watch.look();
    shown.read(desk.app, words("sharing"));
    QVERIFY(desk.textOf("sentence").contains(words("next time there is Wi-Fi")));
    QVERIFY2(watch.longestBusy() <= 1000, qPrintable(QString::number(watch.longestBusy())));
    QCOMPARE(watch.asked(), QString());
    shown.passOverRecords(desk.app);
    QCOMPARE(shown.machineWords(), QString());
    desk.app.open(words("today"));
}

QTEST_MAIN(CaptureOfflineTest)
#include "tst_captureoffline.moc"
