// Locking by itself, hiding, and steadier taps; the clock is the test's.
#include <QTest>

#include "app/bridge/autolock.h"
#include "tests/app/appview.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class LockTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void aTabletLocksAfterFiveMinutesAndWarnsAMinuteBefore();
    void aDesktopWaitsTen();
    void writingNotesWaitsThirty();
    void whatThePersonChoseHolds();
    void anyKeyStays();
    void stayStays();
    void whoComesTooLateHasToSignIn();
    void aScreenThatWasOffForAMinuteLocks();
    void unlockingReturnsToTheSamePage();
    void hidingShowsNothingButTheTime();
    void afterHidingTheFocusIsWhereItWas();
    void hiddenStillLocks();
    void helpIsBehindTheCoverToo();
    void theTitleOfTheWindowNamesNobody();
    void steadierTapsLeaveTheSecondOut();

private:
    // Signed in on Today, wherever they were before.
    [[nodiscard]] static bool begin(AppView &app)
    {
        if (!app.signIn())
            return false;
        app.open(QStringLiteral("today"));
        autoLock(app).stay();
        return true;
    }
    // Nobody does anything; the machine does not sleep.
    void pass(AppView &app, int seconds);
    [[nodiscard]] static AutoLock &autoLock(AppView &app) { return *app.window().findChild<AutoLock *>(); }

    Programme m_programme;
    Member *m_ruth = nullptr;
};

void LockTest::initTestCase()
{
    QVERIFY2(m_programme.found(), m_programme.failure.c_str());
    m_ruth = m_programme.letIn("Ruth", {"lay_partner"});
    QVERIFY2(m_ruth, m_programme.failure.c_str());
    m_programme.close(*m_ruth);
}

void LockTest::pass(AppView &app, int seconds)
{
    for (; seconds > 0; seconds -= 10) {
        m_ruth->clock.advanceSeconds(std::min(seconds, 10));
        autoLock(app).look();
    }
    app.settle();
}

void LockTest::aTabletLocksAfterFiveMinutesAndWarnsAMinuteBefore()
{
    AppView app(m_programme, *m_ruth);
    QVERIFY(begin(app));
    pass(app, 4 * 60 - 10);
    QVERIFY(!app.item(QStringLiteral("lockWarning")));
    pass(app, 20);
    QVERIFY(app.item(QStringLiteral("lockWarning")));
    QCOMPARE(app.item(QStringLiteral("lockWarning"))->property("title").toString(), QStringLiteral("Locking in 1 minute. What you typed is kept."));
    QCOMPARE(app.session().stage(), Session::Stage::SignedIn);
    pass(app, 60);
    QCOMPARE(app.session().stage(), Session::Stage::SignedOut);
}

void LockTest::aDesktopWaitsTen()
{
    AppView app(m_programme, *m_ruth, {{1440, 900}, false});
    QVERIFY(begin(app));
    pass(app, 10 * 60 - 10);
    QCOMPARE(app.session().stage(), Session::Stage::SignedIn);
    pass(app, 20);
    QCOMPARE(app.session().stage(), Session::Stage::SignedOut);
}

void LockTest::writingNotesWaitsThirty()
{
    AppView app(m_programme, *m_ruth);
    QVERIFY(begin(app));
    app.open(QStringLiteral("capture"));
    autoLock(app).stay();
    pass(app, 30 * 60 - 10);
    QCOMPARE(app.session().stage(), Session::Stage::SignedIn);
    pass(app, 20);
    QCOMPARE(app.session().stage(), Session::Stage::SignedOut);
}

void LockTest::whatThePersonChoseHolds()
{
    AppView app(m_programme, *m_ruth);
    QVERIFY(begin(app));
    app.session().comfort()->setLockMinutes(2);
    autoLock(app).stay();
    pass(app, 130);
    QCOMPARE(app.session().stage(), Session::Stage::SignedOut);
    QVERIFY(app.signIn());
    app.session().comfort()->setLockMinutes(0);
    app.settle();
}

void LockTest::anyKeyStays()
{
    AppView app(m_programme, *m_ruth);
    QVERIFY(begin(app));
    pass(app, 4 * 60 + 30);
    QVERIFY(app.item(QStringLiteral("lockWarning")));
    app.press(Qt::Key_Shift);
    QVERIFY(!app.item(QStringLiteral("lockWarning")));
    pass(app, 4 * 60 - 10);
    QCOMPARE(app.session().stage(), Session::Stage::SignedIn);
    QVERIFY(!app.item(QStringLiteral("lockWarning")));
}

void LockTest::stayStays()
{
    AppView app(m_programme, *m_ruth, {{360, 800}, true});
    QVERIFY(begin(app));
    pass(app, 4 * 60 + 30);
    app.tap(QStringLiteral("stay"));
    QVERIFY(!app.item(QStringLiteral("lockWarning")));
    QCOMPARE(app.session().stage(), Session::Stage::SignedIn);
}

// The tap that wakes it up is not in time.
void LockTest::whoComesTooLateHasToSignIn()
{
    AppView app(m_programme, *m_ruth);
    QVERIFY(begin(app));
    pass(app, 4 * 60 + 30);
    m_ruth->clock.advanceSeconds(50); // no look in between
    app.press(Qt::Key_Shift);
    QCOMPARE(app.session().stage(), Session::Stage::SignedOut);
}

void LockTest::aScreenThatWasOffForAMinuteLocks()
{
    AppView app(m_programme, *m_ruth);
    QVERIFY(begin(app));
    m_ruth->clock.advanceSeconds(50);
    autoLock(app).look();
    QCOMPARE(app.session().stage(), Session::Stage::SignedIn);
    m_ruth->clock.advanceSeconds(61);
    autoLock(app).look();
    QCOMPARE(app.session().stage(), Session::Stage::SignedOut);
}

void LockTest::unlockingReturnsToTheSamePage()
{
    AppView app(m_programme, *m_ruth);
    QVERIFY(begin(app));
    app.open(QStringLiteral("comfort"));
    autoLock(app).stay();
    pass(app, 6 * 60);
    QCOMPARE(app.session().stage(), Session::Stage::SignedOut);
    QVERIFY(app.item(QStringLiteral("person0"))->property("checked").toBool());
    app.type(QString::fromLatin1(kPin));
    app.press(Qt::Key_Return);
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedIn);
    app.settle();
    QCOMPARE(app.page(), QStringLiteral("comfort"));
    app.open(QStringLiteral("today"));
}

void LockTest::hidingShowsNothingButTheTime()
{
    for (const QSize size : {QSize(360, 800), QSize(800, 1280), QSize(1280, 800), QSize(1440, 900)}) {
        AppView app(m_programme, *m_ruth, {size, size.width() != 1440});
        QVERIFY(begin(app));
        app.tap(QStringLiteral("hide"));
        QVERIFY(app.session().hidden());
        QStringList words;
        for (QQuickItem *each : app.items())
            if (each->inherits("QQuickText") && !each->property("text").toString().isEmpty())
                words.append(each->property("text").toString());
        QCOMPARE(words, (QStringList{app.item(QStringLiteral("coverTime"))->property("text").toString(), QStringLiteral("Tap to come back"),
                                     QStringLiteral("Get help now")}));
        QCOMPARE(app.session().stage(), Session::Stage::SignedIn);
        app.press(Qt::Key_F1); // reaches nothing behind it
        QVERIFY(app.session().hidden());
        app.tap(QStringLiteral("comeBack"));
        QVERIFY(!app.session().hidden());
        QCOMPARE(app.page(), QStringLiteral("today"));
    }
}

void LockTest::afterHidingTheFocusIsWhereItWas()
{
    AppView app(m_programme, *m_ruth);
    QVERIFY(begin(app));
    QQuickItem *const before = app.window().activeFocusItem();
    app.press(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(app.session().hidden());
    app.press(Qt::Key_Return);
    QVERIFY(!app.session().hidden());
    QCOMPARE(app.window().activeFocusItem(), before);
    app.tap(QStringLiteral("hide"));
    app.tap(QStringLiteral("comeBack"));
    QCOMPARE(app.window().activeFocusItem(), before);
}

void LockTest::hiddenStillLocks()
{
    AppView app(m_programme, *m_ruth);
    QVERIFY(begin(app));
    app.press(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(app.session().hidden());
    pass(app, 6 * 60);
    QCOMPARE(app.session().stage(), Session::Stage::SignedOut);
    QVERIFY(app.session().hidden()); // not even the names
    QVERIFY(!app.item(QStringLiteral("person0")));
    app.tap(QStringLiteral("comeBack"));
    QVERIFY(app.item(QStringLiteral("person0")));
}

void LockTest::helpIsBehindTheCoverToo()
{
    AppView app(m_programme, *m_ruth, {{360, 800}, true});
    QVERIFY(begin(app));
    app.tap(QStringLiteral("hide"));
    app.countTapsFromHere();
    app.tap(QStringLiteral("coverHelp"));
    QCOMPARE(app.taps(), 1);
    QVERIFY(app.item(QStringLiteral("number999")));
    app.tap(QStringLiteral("coverBack"));
    QVERIFY(!app.item(QStringLiteral("number999")));
    QVERIFY(app.session().hidden());
}

void LockTest::theTitleOfTheWindowNamesNobody()
{
    AppView app(m_programme, *m_ruth);
    QVERIFY(app.signIn());
    QCOMPARE(app.window().title(), QStringLiteral("Our Table"));
}

void LockTest::steadierTapsLeaveTheSecondOut()
{
    AppView app(m_programme, *m_ruth);
    app.tap(QStringLiteral("biggerText"));
    m_ruth->clock.advance(1000);
    app.tap(QStringLiteral("steadierTaps"));
    QVERIFY(app.session().comfort()->steadierTaps());
    m_ruth->clock.advance(1000);
    app.tap(QStringLiteral("bigger"));
    const double once = app.session().comfort()->textScale();
    m_ruth->clock.advance(399);
    app.tap(QStringLiteral("bigger"));
    app.click(QStringLiteral("bigger"));
    QCOMPARE(app.session().comfort()->textScale(), once);
    m_ruth->clock.advance(400);
    app.tap(QStringLiteral("bigger"));
    QVERIFY(app.session().comfort()->textScale() > once);
    app.session().comfort()->setSteadierTaps(false);
    app.session().comfort()->setTextScale(1);
}

QTEST_MAIN(LockTest)
#include "tst_lock.moc"
