// Today in its versions (ux.md 7.3), through the real window, with the demonstration programme and with an empty one.
#include <QTest>

#include "core/catalogue/handles.h"
#include "tests/app/appview.h"
#include "tests/app/demoprogramme.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

QString words(AppView &app, const QString &name)
{
    QQuickItem *const item = app.item(name);
    return item ? item->property("text").toString() : QString();
}

} // namespace

class TodayPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void aLayPartnerSeesTheBreakfastAndWhatCameOfWhatWasSaid();
    void aPeerWorkerSeesTheSame();
    void aCoordinatorSeesWhatWaits();
    void theSidebarSaysWhoseProgrammeItIs();
    void theOpenBreakfastIsOneTapAway();
    void getHelpNowIsOneTapAway();
    void everyPlaceIsReachedOnAPhone();
    void theBarIsWholeAfterAPageWithItsOwn();
    void aPhoneOnItsSideKeepsHideAndLockInSight();
    void anEmptyProgrammeSaysWhatToDo();
    void aPlannedBreakfastIsOpenedToWriteIn();
    void theNextOneIsNamed();
    void theGreetingGoesByTheClock_data();
    void theGreetingGoesByTheClock();
    void aNearlyFullDeviceSaysSo();
    void whoeverWritesAtTheSameTableIsNamed();
    void aDateThatLiesBeforeWhatWasSavedIsSaidOnce();
    void hostileWordsStayWords();

private:
    DemoProgramme m_demo;
};

void TodayPageTest::initTestCase() { QVERIFY2(m_demo.make(), m_demo.failure().c_str()); }

void TodayPageTest::aLayPartnerSeesTheBreakfastAndWhatCameOfWhatWasSaid()
{
    AppView app(m_demo.programme, *m_demo.lay);
    QVERIFY(app.signIn());
    QCOMPARE(app.page(), QStringLiteral("today"));
    QCOMPARE(words(app, QStringLiteral("heroTitle")), QStringLiteral("Breakfast at The Copper Kettle"));
    QCOMPARE(words(app, QStringLiteral("heroDetail")), QStringLiteral("2 tables, 4 notes. You are writing at table 2."));
    QVERIFY(app.item(QStringLiteral("startNotes")));
    QVERIFY(!app.item(QStringLiteral("startBreakfast"))); // one is open: one accent
    QVERIFY(app.item(QStringLiteral("happened2")));
    QVERIFY(!app.item(QStringLiteral("happened3")));
    QVERIFY(app.item(QStringLiteral("promises0")));
    QVERIFY(!app.item(QStringLiteral("waiting")));
    QVERIFY(words(app, QStringLiteral("savedWords")).contains(QStringLiteral("hub")));
}

void TodayPageTest::aPeerWorkerSeesTheSame()
{
    AppView app(m_demo.programme, *m_demo.peer);
    QVERIFY(app.signIn());
    QCOMPARE(words(app, QStringLiteral("heroDetail")), QStringLiteral("2 tables, 4 notes")); // she wrote nothing
    QVERIFY(app.item(QStringLiteral("startNotes")));
    QVERIFY(app.item(QStringLiteral("happened0")));
    QVERIFY(!app.item(QStringLiteral("waiting")));
}

void TodayPageTest::aCoordinatorSeesWhatWaits()
{
    AppView app(m_demo.programme, m_demo.programme.coordinator, {QSize(1440, 900), false, nullptr});
    QVERIFY(app.signIn());
    QVERIFY(app.item(QStringLiteral("waiting")));
    QVERIFY(!app.item(QStringLiteral("happened")));
    QStringList waiting;
    for (int row = 0; app.item(QStringLiteral("waiting%1").arg(row)); ++row)
        waiting.append(words(app, QStringLiteral("waiting%1").arg(row)));
    QVERIFY2(waiting.contains(QStringLiteral("2 people nominated, not yet contacted")), qPrintable(waiting.join(u'\n')));
    QVERIFY2(waiting.contains(QStringLiteral("1 thing has two versions")), qPrintable(waiting.join(u'\n')));
    const QString count = QStringLiteral("%1 things").arg(waiting.size());
    const QList<QQuickItem *> all = app.items();
    QVERIFY2(std::any_of(all.begin(), all.end(), [&count](QQuickItem *each) { return each->property("text").toString() == count; }), qPrintable(count));
    app.click(QStringLiteral("openBreakfast"));
    QCOMPARE(app.page(), QStringLiteral("breakfasts"));
}

void TodayPageTest::theSidebarSaysWhoseProgrammeItIs()
{
    namespace agreement = catalogue::kinds::agreement;
    AppView app(m_demo.programme, m_demo.programme.coordinator, {QSize(1440, 900), false, nullptr});
    QVERIFY(app.signIn());
    QQuickItem *const name = app.item(QStringLiteral("programme"));
    QCOMPARE(name->property("text").toString(), QStringLiteral("Fernhithe Living Well Collaborative"));
    QVERIFY2(name->mapToScene({name->width(), 0}).x() < 240, "the name makes the bar wider");
    const auto agreements = app.inWorkspace([](usecases::Workspace &workspace) { return workspace.find({.kind = agreement::kind}); });
    QVERIFY(agreements && agreements->size() == 1);
    const RecordId only = agreements->front().id;
    const auto tellOf = [&](auto work) {
        const Result<void> done = app.inWorkspace(work);
        app.session().tellTouched(only, agreement::kind);
        app.settle();
        return done.ok();
    };
    QVERIFY(tellOf([only](usecases::Workspace &workspace) { return workspace.hide(only); }));
    QVERIFY(!app.item(QStringLiteral("programme"))); // nobody made a name up
    QVERIFY(tellOf([only](usecases::Workspace &workspace) { return workspace.restore(only); }));
    QCOMPARE(words(app, QStringLiteral("programme")), QStringLiteral("Fernhithe Living Well Collaborative"));
}

void TodayPageTest::theOpenBreakfastIsOneTapAway()
{
    AppView app(m_demo.programme, *m_demo.lay);
    QVERIFY(app.signIn());
    app.countTapsFromHere();
    app.tap(QStringLiteral("startNotes"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    QCOMPARE(app.taps(), 1);
    app.open(QStringLiteral("today"));
}

void TodayPageTest::getHelpNowIsOneTapAway()
{
    AppView app(m_demo.programme, *m_demo.lay, {QSize(360, 800), true, nullptr});
    QVERIFY(app.signIn());
    QQuickItem *const help = app.item(QStringLiteral("helpNow"));
    QVERIFY(help);
    QVERIFY(help->width() <= 360);
}

void TodayPageTest::everyPlaceIsReachedOnAPhone()
{
    AppView app(m_demo.programme, m_demo.programme.coordinator, {QSize(360, 800), true, nullptr});
    QVERIFY(app.signIn());
    for (const char *place : {"promises", "lists"}) { // no room for them along the foot
        app.tap(QStringLiteral("more"));
        QTRY_VERIFY(app.item(QStringLiteral("place-") + QLatin1String(place)));
        app.tap(QStringLiteral("place-") + QLatin1String(place));
        QTRY_COMPARE(app.page(), QLatin1String(place));
    }
}

void TodayPageTest::theBarIsWholeAfterAPageWithItsOwn()
{
    AppView app(m_demo.programme, *m_demo.lay, {QSize(360, 800), true, nullptr});
    QVERIFY(app.signIn());
    const auto placeOfTitle = [&app] {
        QQuickItem *const title = app.item(QStringLiteral("barTitle"));
        return title ? title->mapRectToScene({0, 0, title->width(), title->height()}) : QRectF();
    };
    const QRectF before = placeOfTitle();
    QVERIFY(before.isValid());
    app.tap(QStringLiteral("startNotes"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    app.tap(QStringLiteral("leave"));
    QTRY_COMPARE(app.page(), QStringLiteral("today"));
    app.settle();
    QCOMPARE(placeOfTitle(), before);
}

void TodayPageTest::aPhoneOnItsSideKeepsHideAndLockInSight()
{
    AppView app(m_demo.programme, m_demo.programme.coordinator, {QSize(800, 360), true, nullptr});
    QVERIFY(app.signIn());
    for (const char *sign : {"help", "hide", "lock"}) {
        QQuickItem *const button = app.item(QLatin1String(sign));
        QVERIFY2(button, sign);
        QVERIFY2(button->mapRectToScene({0, 0, button->width(), button->height()}).bottom() <= 360, sign);
    }
    app.tap(QStringLiteral("lists")); // the last of the places comes into sight
    QTRY_COMPARE(app.page(), QStringLiteral("lists"));
    app.open(QStringLiteral("today"));
}

void TodayPageTest::anEmptyProgrammeSaysWhatToDo()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *const dami = programme.letIn("Dami", {"lay_partner"});
    QVERIFY2(dami, programme.failure.c_str());
    programme.close(*dami);
    AppView app(programme, *dami);
    QVERIFY(app.signIn());
    QCOMPARE(words(app, QStringLiteral("heroTitle")), QStringLiteral("No breakfast today"));
    QCOMPARE(words(app, QStringLiteral("heroDetail")), QStringLiteral("Start one when people are at the table."));
    QVERIFY(app.item(QStringLiteral("startBreakfast")));
    QVERIFY(!app.item(QStringLiteral("happened0")));
    QVERIFY(!app.item(QStringLiteral("promises0")));
}

void TodayPageTest::aPlannedBreakfastIsOpenedToWriteIn()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *const dami = programme.letIn("Dami", {"lay_partner"});
    QVERIFY2(dami, programme.failure.c_str());
    const RecordId planned = planBreakfast(*dami, "2026-11-22");
    programme.close(*dami);
    AppView app(programme, *dami);
    QVERIFY(app.signIn());
    QCOMPARE(words(app, QStringLiteral("heroTitle")), QStringLiteral("Breakfast at Tamarind Hall"));
    app.tap(QStringLiteral("startNotes"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    const Result<store::RecordView> opened = app.inWorkspace([planned](usecases::Workspace &workspace) { return workspace.get(planned); });
    QCOMPARE(opened->state, std::string("open"));
}

void TodayPageTest::theNextOneIsNamed()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *const dami = programme.letIn("Dami", {"lay_partner"});
    QVERIFY2(dami, programme.failure.c_str());
    (void)planBreakfast(*dami, "2026-12-10");
    (void)planBreakfast(*dami, "2027-01-14");
    programme.close(*dami);
    AppView app(programme, *dami);
    QVERIFY(app.signIn());
    QCOMPARE(words(app, QStringLiteral("heroTitle")), QStringLiteral("No breakfast today"));
    QCOMPARE(words(app, QStringLiteral("heroDetail")), QStringLiteral("The next one is Thursday 10 December at 8:30."));
}

void TodayPageTest::theGreetingGoesByTheClock_data()
{
    QTest::addColumn<int>("hours"); // after half past eight
    QTest::addColumn<QString>("greeting");
    QTest::newRow("morning") << 0 << QStringLiteral("Good morning, Dami");
    QTest::newRow("afternoon") << 5 << QStringLiteral("Good afternoon, Dami");
    QTest::newRow("evening") << 11 << QStringLiteral("Good evening, Dami");
}

void TodayPageTest::theGreetingGoesByTheClock()
{
    QFETCH(int, hours);
    QFETCH(QString, greeting);
    m_demo.lay->clock.advanceSeconds(hours * 3600);
    AppView app(m_demo.programme, *m_demo.lay);
    QVERIFY(app.signIn());
    bool shown = false;
    for (QQuickItem *item : app.items())
        shown = shown || item->property("text").toString() == greeting;
    m_demo.lay->clock.turnWall(-hours * 3'600'000);
    QVERIFY(shown);
}

void TodayPageTest::aNearlyFullDeviceSaysSo()
{
    AppView app(m_demo.programme, *m_demo.lay);
    QVERIFY(app.signIn());
    QVERIFY(!app.item(QStringLiteral("nearlyFull")));
    app.session().room()->setLeast(std::numeric_limits<qint64>::max());
    app.settle();
    QCOMPARE(words(app, QStringLiteral("nearlyFull")), QStringLiteral("This tablet is nearly full. Your notes are still being saved. Tell your coordinator today."));
    QVERIFY(words(app, QStringLiteral("saved")).endsWith(QStringLiteral("on this tablet")));
    app.window().resize(360, 800);
    app.settle();
    QCOMPARE(words(app, QStringLiteral("nearlyFull")), QStringLiteral("This device is nearly full. Your notes are still being saved. Tell your coordinator today."));
    QVERIFY(words(app, QStringLiteral("saved")).endsWith(QStringLiteral("on this device")));
}

void TodayPageTest::whoeverWritesAtTheSameTableIsNamed()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *const dami = programme.letIn("Dami", {"lay_partner"});
    Member *const bea = programme.letIn("Bea", {"lay_partner"});
    QVERIFY2(dami && bea, programme.failure.c_str());
    usecases::BreakfastPlan plan;
    plan.place = "Tamarind Hall";
    const Result<RecordId> open = usecases::startBreakfast(**dami, plan);
    QVERIFY(open && (*dami)->share() && (*bea)->share());
    const auto write = [&open](Member &member, std::int64_t table) {
        usecases::NewNote note;
        note.text = "Letters come in long words.";
        note.table = table;
        return usecases::addNote(*member, *open, note) && member->share();
    };
    QVERIFY(write(*dami, 1) && write(*bea, 3) && write(*dami, 3) && (*dami)->share());
    programme.close(*dami);
    AppView app(programme, *dami);
    QVERIFY(app.signIn());
    QCOMPARE(words(app, QStringLiteral("heroDetail")), QStringLiteral("3 tables, 3 notes. You are writing at table 3 with Bea."));
}

void TodayPageTest::aDateThatLiesBeforeWhatWasSavedIsSaidOnce()
{
    constexpr std::int64_t kDay = 86'400'000;
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *const dami = programme.letIn("Dami", {"lay_partner"});
    QVERIFY2(dami, programme.failure.c_str());
    (void)planBreakfast(*dami, "2027-01-07");
    programme.close(*dami);
    AppView app(programme, *dami);
    QVERIFY(app.signIn());
    QVERIFY(!app.item(QStringLiteral("dateDoubt")));
    dami->clock.turnWall(-3 * kDay);
    app.killAndRestart();
    QVERIFY(app.signIn());
    QQuickItem *const doubt = app.item(QStringLiteral("dateDoubt"));
    QVERIFY(doubt);
    const QString said = doubt->property("text").toString();
    QVERIFY2(said.startsWith(QStringLiteral("This device says it is ")) && said.contains(QStringLiteral("Nothing is lost.")), qPrintable(said));
    app.tap(QStringLiteral("dateDoubtRead"));
    QVERIFY(!app.item(QStringLiteral("dateDoubt")));
    app.killAndRestart();
    QVERIFY(app.signIn());
    QVERIFY(!app.item(QStringLiteral("dateDoubt")));
}

void TodayPageTest::hostileWordsStayWords()
{
    DemoProgramme hostile({std::string("<img src=\"http://kettle.example/cup.png\"> ") + std::string(60, 'w') + " "});
    QVERIFY2(hostile.make(), hostile.failure().c_str());
    AppView app(hostile.programme, hostile.programme.coordinator, {QSize(360, 800), true, nullptr});
    QVERIFY(app.signIn());
    app.session().comfort()->setTextScale(2);
    app.settle();
    QVERIFY(words(app, QStringLiteral("heroTitle")).contains(QStringLiteral("<img")));
    for (QQuickItem *item : app.items()) {
        if (item->inherits("QQuickText"))
            QVERIFY2(item->mapRectToScene(item->boundingRect()).right() <= 361, qPrintable(item->property("text").toString()));
    }
}

QTEST_MAIN(TodayPageTest)
#include "tst_todaypage.moc"
