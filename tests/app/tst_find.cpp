// Finding anything by its words (ux.md 6.3): from every page, by finger, mouse and keys, offline, as somebody types.
#include <QTest>

#include "tests/app/demoprogramme.h"
#include "tests/app/inputs.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

QString says(const char *text) { return QString::fromLatin1(text); }

} // namespace

class FindTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_demo.make(), m_demo.failure().c_str()); }
    void init() { failOnWarnings(); }
    void whatIsTypedIsFoundAndOpened_data() { addInputs(); }
    void whatIsTypedIsFoundAndOpened();
    void theWayBackLeadsToTheHits();
    void theArrowsGoThroughTheHits();
    void whereThereIsNoListSearchingLeadsHere();
    void nothingFoundIsSaid();
    void aHitIsOpenedWhereItsKindIsRead_data();
    void aHitIsOpenedWhereItsKindIsRead();

private:
    // Opens the page as such a person does, and types.
    static void look(AppView &app, Input by, const QString &words)
    {
        app.open(says("today"));
        if (by == Input::Keys) {
            app.press(Qt::Key_K, Qt::ControlModifier);
        } else {
            pressBy(by, app, says("findAnything"));
            pressBy(by, app, says("findInput"));
        }
        app.type(words);
        app.settle();
    }
    static QString titleOfHit(AppView &app, int row)
    {
        QQuickItem *const hit = app.item(says("found%1").arg(row));
        return hit ? hit->property("text").toString() : QString();
    }

    DemoProgramme m_demo;
};

void FindTest::whatIsTypedIsFoundAndOpened()
{
    QFETCH(int, input);
    const Input by = Input(input);
    m_demo.programme.hub.online = false;
    AppView app(m_demo.programme, *m_demo.lay, windowFor(by));
    QVERIFY(app.signIn());
    look(app, by, says("eleven in a drawer"));
    QCOMPARE(app.page(), says("find"));
    QVERIFY2(titleOfHit(app, 0).startsWith(says("Brown envelopes. I had eleven")), qPrintable(titleOfHit(app, 0)));
    QVERIFY(!app.item(says("found1")));
    if (by == Input::Keys)
        app.press(Qt::Key_Return); // the first
    else
        pressBy(by, app, says("found0"));
    QCOMPARE(app.page(), says("note"));
}

void FindTest::theWayBackLeadsToTheHits()
{
    AppView app(m_demo.programme, *m_demo.lay, {{1440, 900}, false});
    QVERIFY(app.signIn());
    look(app, Input::Keys, says("tea"));
    const QString first = titleOfHit(app, 0);
    QVERIFY(!first.isEmpty());
    app.press(Qt::Key_Return);
    QVERIFY(app.page() != says("find"));
    app.press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(app.page(), says("find"));
    QCOMPARE(app.item(says("find"))->property("text").toString(), says("tea"));
    QCOMPARE(titleOfHit(app, 0), first);
}

void FindTest::theArrowsGoThroughTheHits()
{
    AppView app(m_demo.programme, *m_demo.lay, {{1440, 900}, false});
    QVERIFY(app.signIn());
    look(app, Input::Keys, says("tea"));
    QVERIFY(app.item(says("found1")));
    const auto focused = [&app] { return app.window().activeFocusItem()->objectName(); };
    app.press(Qt::Key_Down);
    QCOMPARE(focused(), says("found0"));
    app.press(Qt::Key_Down);
    QCOMPARE(focused(), says("found1"));
    app.press(Qt::Key_Up);
    app.press(Qt::Key_Up);
    QCOMPARE(focused(), says("findInput"));
    app.press(Qt::Key_Escape); // clears
    app.settle();
    QVERIFY(!app.item(says("found0")));
}

void FindTest::whereThereIsNoListSearchingLeadsHere()
{
    AppView app(m_demo.programme, m_demo.programme.coordinator, {{1440, 900}, false});
    QVERIFY(app.signIn());
    app.open(says("breakfasts"));
    app.press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(app.page(), says("find"));
    app.open(says("records"), {{says("kind"), says("organisation")}}); // has a search of its own
    app.press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(app.page(), says("records"));
    QCOMPARE(app.window().activeFocusItem()->objectName(), says("findInput"));
}

void FindTest::nothingFoundIsSaid()
{
    AppView app(m_demo.programme, *m_demo.lay, {{360, 800}, true});
    QVERIFY(app.signIn());
    look(app, Input::Touch, says("zanzibarcanary"));
    QVERIFY(app.item(says("nothing"))->property("text").toString().startsWith(says("Nothing holds these words.")));
}

void FindTest::aHitIsOpenedWhereItsKindIsRead_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("page");
    QTest::newRow("organisation") << says("copper kettle") << says("record");
    QTest::newRow("promise") << says("visit three hostels") << says("promises");
    QTest::newRow("breakfast") << says("looking back looking forward") << says("breakfasts");
}

void FindTest::aHitIsOpenedWhereItsKindIsRead()
{
    QFETCH(QString, words);
    QFETCH(QString, page);
    AppView app(m_demo.programme, *m_demo.lay, {{1440, 900}, false});
    QVERIFY(app.signIn());
    look(app, Input::Keys, words);
    QVERIFY(app.item(says("found0")));
    app.press(Qt::Key_Return);
    QCOMPARE(app.page(), page);
}

QTEST_MAIN(FindTest)
#include "tst_find.moc"
