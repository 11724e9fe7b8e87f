// The list of breakfasts and one of them (ux.md 7.4), through the real window.
#include <QTest>

#include "core/catalogue/handles.h"
#include "tests/app/appview.h"
#include "tests/app/demoprogramme.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

namespace kinds = catalogue::kinds;

QString words(AppView &app, const QString &name)
{
    QQuickItem *const item = app.item(name);
    return item ? item->property("text").toString() : QString();
}

bool shows(AppView &app, const QString &wanted)
{
    const QList<QQuickItem *> all = app.items();
    return std::any_of(all.begin(), all.end(), [&wanted](QQuickItem *each) { return each->property("text").toString() == wanted; });
}

} // namespace

class BreakfastsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void theyAreInTwoPartsNewestFirst();
    void oneIsToldBesideTheList();
    void onAPhoneOneHasAPageOfItsOwn();
    void anOpenOneIsOneTapFromWriting();
    void theNotesOfOneThatIsOverAreForReading_data();
    void theNotesOfOneThatIsOverAreForReading();
    void aHundredAreThereAndOpenAtOnce();
    void withNoneThereIsAWayToStart();
    void whatIsStillToFinishSaysSo();
    void arrowsMoveAndReturnChooses();

private:
    DemoProgramme m_demo;
};

void BreakfastsTest::initTestCase() { QVERIFY2(m_demo.make(), m_demo.failure().c_str()); }

void BreakfastsTest::theyAreInTwoPartsNewestFirst()
{
    AppView app(m_demo.programme, *m_demo.lay);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("breakfasts"));
    QVERIFY(shows(app, QStringLiteral("Now")));
    QVERIFY(!shows(app, QStringLiteral("Coming up"))); // it is here already
    QVERIFY(shows(app, QStringLiteral("Held")));
    QCOMPARE(words(app, QStringLiteral("breakfast0")), QStringLiteral("Today"));
    QCOMPARE(app.item(QStringLiteral("breakfast0"))->property("tag").toString(), QStringLiteral("Happening now"));
    QCOMPARE(words(app, QStringLiteral("breakfast1")), QStringLiteral("Saturday 14 November")); // 12 November, moved with its programme
}

void BreakfastsTest::oneIsToldBesideTheList()
{
    AppView app(m_demo.programme, *m_demo.lay);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("breakfasts"));
    QCOMPARE(words(app, QStringLiteral("summaryTitle")), QStringLiteral("Breakfast at The Copper Kettle"));
    QCOMPARE(words(app, QStringLiteral("summaryQuestion")), QStringLiteral("“What would make a good week?”"));
    QVERIFY(app.item(QStringLiteral("recap0"))); // of the breakfasts before it
    app.tap(QStringLiteral("breakfast1"));
    QTRY_VERIFY(shows(app, QStringLiteral("36 people came, 8 for the first time")));
    QVERIFY(app.item(QStringLiteral("promises0")));
    QVERIFY(!app.item(QStringLiteral("recap0")));
    QCOMPARE(words(app, QStringLiteral("openNotes")), QStringLiteral("See the notes"));
}

void BreakfastsTest::onAPhoneOneHasAPageOfItsOwn()
{
    AppView app(m_demo.programme, *m_demo.lay, {QSize(360, 800), true, nullptr});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("breakfasts"));
    QVERIFY(!app.item(QStringLiteral("summaryTitle")));
    app.tap(QStringLiteral("breakfast1"));
    QTRY_VERIFY(app.item(QStringLiteral("openNotes")));
    QVERIFY(!app.item(QStringLiteral("breakfast1")));
    app.tap(QStringLiteral("back"));
    QVERIFY(app.item(QStringLiteral("breakfast1")));
}

void BreakfastsTest::anOpenOneIsOneTapFromWriting()
{
    AppView app(m_demo.programme, *m_demo.lay);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("breakfasts"));
    QCOMPARE(words(app, QStringLiteral("openNotes")), QStringLiteral("Write notes"));
    app.tap(QStringLiteral("openNotes"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
}

void BreakfastsTest::theNotesOfOneThatIsOverAreForReading_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("tablet") << QSize(1280, 800);
    QTest::newRow("tablet held upright") << QSize(800, 1280);
    QTest::newRow("phone") << QSize(360, 800);
}

void BreakfastsTest::theNotesOfOneThatIsOverAreForReading()
{
    QFETCH(QSize, size);
    AppView app(m_demo.programme, *m_demo.lay, {size, true, nullptr});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("breakfasts"));
    app.tap(QStringLiteral("breakfast1"));
    app.tap(QStringLiteral("openNotes"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    app.settle();
    QVERIFY(app.item(QStringLiteral("feed")));
    const QList<QQuickItem *> all = app.items();
    QVERIFY(std::none_of(all.begin(), all.end(), [](QQuickItem *each) { return each->property("text").toString().contains(QStringLiteral("writing")); }));
    for (const char *live : {"finish", "finishButton", "save"})
        QVERIFY2(!app.item(QLatin1String(live)), live);
    app.tap(QStringLiteral("addLeftOut"));
    QVERIFY(app.item(QStringLiteral("save")));
    QVERIFY(!app.item(QStringLiteral("finish")));
    app.tap(QStringLiteral("leave"));
    QTRY_COMPARE(app.page(), QStringLiteral("breakfasts"));
}

void BreakfastsTest::aHundredAreThereAndOpenAtOnce()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *const dami = programme.letIn("Dami", {"lay_partner"});
    QVERIFY2(dami, programme.failure.c_str());
    for (int week = 0; week < 100; ++week)
        (void)planBreakfast(*dami, QDate(2027, 1, 7).addDays(7 * week).toString(Qt::ISODate).toStdString());
    programme.close(*dami);
    AppView app(programme, *dami);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("breakfasts"));
    QQuickItem *const list = app.item(QStringLiteral("breakfasts"));
    QVERIFY(list);
    QCOMPARE(list->property("count").toInt(), 100);
    QCOMPARE(words(app, QStringLiteral("breakfast0")), QStringLiteral("Thursday 7 January 2027"));
    QVERIFY(QMetaObject::invokeMethod(list, "positionViewAtEnd"));
    app.settle();
    QCOMPARE(words(app, QStringLiteral("breakfast99")), QStringLiteral("Thursday 30 November 2028"));
}

void BreakfastsTest::withNoneThereIsAWayToStart()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *const dami = programme.letIn("Dami", {"lay_partner"});
    QVERIFY2(dami, programme.failure.c_str());
    programme.close(*dami);
    AppView app(programme, *dami);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("breakfasts"));
    QVERIFY(shows(app, QStringLiteral("No breakfasts yet.")));
    app.tap(QStringLiteral("startBreakfast"));
    QCOMPARE(app.page(), QStringLiteral("start"));
}

void BreakfastsTest::whatIsStillToFinishSaysSo()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *const dami = programme.letIn("Dami", {"lay_partner"});
    QVERIFY2(dami, programme.failure.c_str());
    usecases::BreakfastPlan plan;
    plan.place = "Tamarind Hall";
    const Result<RecordId> held = usecases::startBreakfast(**dami, plan);
    QVERIFY(held);
    usecases::NewNote note;
    note.text = "Letters come in long words.";
    QVERIFY(usecases::addNote(**dami, *held, note));
    QVERIFY(usecases::countHeads(**dami, *held, "carers", 3));
    QVERIFY(usecases::closeBreakfast(**dami, *held, {true, true, "none", {}}));
    programme.close(*dami);
    AppView app(programme, *dami);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("breakfasts"));
    QQuickItem *const row = app.item(QStringLiteral("breakfast0"));
    QVERIFY(row);
    QCOMPARE(row->property("tag").toString(), QStringLiteral("Still to finish"));
    QCOMPARE(row->property("detail").toString(), QStringLiteral("Breakfast at Tamarind Hall. 1 note. 1 note not sorted"));
}

void BreakfastsTest::arrowsMoveAndReturnChooses()
{
    AppView app(m_demo.programme, m_demo.programme.coordinator, {QSize(1440, 900), false, nullptr});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("breakfasts"));
    app.click(QStringLiteral("breakfast0"));
    app.press(Qt::Key_Down);
    app.press(Qt::Key_Return);
    QTRY_VERIFY(shows(app, QStringLiteral("36 people came, 8 for the first time")));
}

QTEST_MAIN(BreakfastsTest)
#include "tst_breakfasts.moc"
