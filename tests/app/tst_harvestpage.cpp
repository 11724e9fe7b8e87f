// What a table takes with it, and who else said so, in the app's window (domain.md J1 steps 5 and 6).
#include <QTest>

#include "core/usecases/anyoneelse.h"
#include "core/usecases/harvest.h"
#include "tests/app/capturedesk.h"
#include "tests/app/inputs.h"

using namespace ourtable;
using namespace ourtable::test;

class HarvestPageTest final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void threeThingsOfATableAreSavedAndUndone_data() { addInputs(); }
    void threeThingsOfATableAreSavedAndUndone();
    void killedWhileTypingTheThingsComeBack_data() { addInputs(); }
    void killedWhileTypingTheThingsComeBack();
    void anEmptyHarvestSaysWhatToDo();
    void aPhoneLeadsThereToo_data();
    void aPhoneLeadsThereToo();
    void whoElseSaidSoNeedsOneTap_data() { addInputs(); }
    void whoElseSaidSoNeedsOneTap();
    void anOlderNoteIsCountedFromItsMenu();
    void whatAnotherTabletCountedIsAdded();
    void aPromiseAsksNothing();

private:
    std::vector<std::string> things(CaptureDesk &desk);
    std::int64_t echoes(CaptureDesk &desk, const QString &key);

    std::unique_ptr<Morning> m_morning;
};

void HarvestPageTest::init()
{
    failOnWarnings();
    m_morning = std::make_unique<Morning>();
    QVERIFY2(m_morning->make(), m_morning->programme.failure.c_str());
}

std::vector<std::string> HarvestPageTest::things(CaptureDesk &desk)
{
    return desk.ask([gathering = m_morning->gathering](usecases::Workspace &workspace) -> Result<std::vector<std::string>> {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> notes, usecases::harvestOf(workspace, gathering, 2));
        std::vector<std::string> words;
        for (const store::RecordView &note : notes)
            words.push_back(*note.field(catalogue::kinds::contribution::text).text());
        return words;
    });
}

std::int64_t HarvestPageTest::echoes(CaptureDesk &desk, const QString &key)
{
    return desk.ask([note = *RecordId::fromHexText(key.toStdString())](usecases::Workspace &workspace) -> Result<std::int64_t> {
        OURTABLE_ASSIGN(const store::RecordView view, workspace.get(note));
        return usecases::echoesOf(view);
    });
}

void HarvestPageTest::threeThingsOfATableAreSavedAndUndone()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(*m_morning, windowFor(by));
    const std::size_t before = desk.saved(2).size();
    pressBy(by, desk.app, words("harvest"));
    QCOMPARE(desk.app.page(), words("harvest"));
    const char *const said[] = {"Ask people first", "Shorter letters", "A bench outside"};
    for (int box = 0; box < 3; ++box) {
        goInto(by, desk.app, words("thing%1BoxInput").arg(box));
        writeBy(by, desk.app, words(said[box]));
    }
    pressBy(by, desk.app, words("saveHarvest"));
    QCOMPARE(things(desk), (std::vector<std::string>{said[0], said[1], said[2]}));
    QCOMPARE(desk.textOf("thing0BoxInput"), QString());
    QCOMPARE(desk.textOf("thing2BoxInput"), QString());
    QCOMPARE(desk.textOf("taken0"), words(said[2]));
    QCOMPARE(desk.drafts(), std::size_t(0));
    pressBy(by, desk.app, words("undoHarvest"));
    QVERIFY(things(desk).empty());
    QCOMPARE(desk.textOf("thing1BoxInput"), words(said[1])); // to be put right
    QVERIFY(!desk.app.item(words("undoHarvest")));
    pressBy(by, desk.app, words("saveHarvest"));
    QCOMPARE(things(desk).size(), std::size_t(3));
    pressBy(by, desk.app, words("leaveHarvest"));
    QCOMPARE(desk.app.page(), words("capture"));
    QCOMPARE(desk.firstNote(), words(said[2])); // notes like any other
    QCOMPARE(desk.saved(2).size(), before + 3);
    const QAccessibleInterface *const card = QAccessible::queryAccessibleInterface(desk.app.item(words("note0")));
    QVERIFY2(card->text(QAccessible::Name).contains(words("From the table")), qPrintable(card->text(QAccessible::Name)));
}

void HarvestPageTest::killedWhileTypingTheThingsComeBack()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(*m_morning, windowFor(by));
    pressBy(by, desk.app, words("harvest"));
    goInto(by, desk.app, words("thing1BoxInput"));
    writeBy(by, desk.app, words("Half of the second"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.drafts(), std::size_t(1), 30'000); // on disk before anything ends
    desk.app.killAndRestart();
    signInBy(by, desk.app, QString::fromLatin1(kPin));
    QCOMPARE(desk.app.page(), words("harvest"));
    QCOMPARE(desk.textOf("thing0BoxInput"), QString());
    QCOMPARE(desk.textOf("thing1BoxInput"), words("Half of the second"));
    QCOMPARE(desk.textOf("cameBack"), words("Here is what you were writing."));
    QVERIFY(things(desk).empty()); // not saved, no note
    pressBy(by, desk.app, words("saveHarvest"));
    QCOMPARE(things(desk), std::vector<std::string>{"Half of the second"});
    QCOMPARE(desk.drafts(), std::size_t(0));
}

void HarvestPageTest::anEmptyHarvestSaysWhatToDo()
{
    CaptureDesk desk(*m_morning);
    desk.app.tap(words("harvest"));
    desk.app.tap(words("saveHarvest"));
    QCOMPARE(desk.textOf("harvestProblem"), words("Write one thing first"));
    desk.app.type(words("One")); // the focus is in the first box
    QVERIFY(!desk.app.item(words("harvestProblem")));
    QCOMPARE(desk.textOf("thing0BoxInput"), words("One"));
}

void HarvestPageTest::aPhoneLeadsThereToo_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("upright") << QSize(360, 800);
    QTest::newRow("on its side") << QSize(800, 360);
    QTest::newRow("a tablet held upright") << QSize(800, 1280);
}

void HarvestPageTest::aPhoneLeadsThereToo()
{
    QFETCH(QSize, size);
    CaptureDesk desk(*m_morning, {size, true});
    desk.app.type(words("Not saved yet"));
    if (desk.app.item(words("feedButton")))
        desk.app.tap(words("feedButton"));
    desk.app.tap(words("harvest"));
    QCOMPARE(desk.app.page(), words("harvest"));
    desk.app.tap(words("leaveHarvest"));
    QCOMPARE(desk.app.page(), words("capture"));
    QVERIFY(desk.isChosen("table2"));
    QCOMPARE(desk.box(), words("Not saved yet"));
}

void HarvestPageTest::whoElseSaidSoNeedsOneTap()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(*m_morning, windowFor(by));
    desk.app.type(words("Nobody rings back."));
    pressBy(by, desk.app, words("save"));
    const QString key = desk.app.item(words("note0"))->property("key").toString();
    desk.app.countTapsFromHere();
    pressBy(by, desk.app, words("echoMore"));
    QVERIFY(desk.app.taps() <= 1);
    QCOMPARE(desk.textOf("echoCount"), words("1"));
    QCOMPARE(echoes(desk, key), 1);
    pressBy(by, desk.app, words("echoMore"));
    QCOMPARE(echoes(desk, key), 2);
    pressBy(by, desk.app, words("echoLess")); // as undoing it
    QCOMPARE(echoes(desk, key), 1);
    QCOMPARE(desk.app.page(), words("capture"));
    if (by != Input::Keys)
        QVERIFY(desk.boxHasFocus()); // the keyboard on the screen stays up
    pressBy(by, desk.app, words("more"));
    QCOMPARE(desk.app.page(), words("note"));
    QCOMPARE(desk.textOf("echoCount"), words("1"));
    pressBy(by, desk.app, words("echoMore"));
    QCOMPARE(echoes(desk, key), 2);
    QVERIFY2(desk.textOf("history0").startsWith(words("Joel changed how many others said so")), qPrintable(desk.textOf("history0")));
}

void HarvestPageTest::anOlderNoteIsCountedFromItsMenu()
{
    CaptureDesk desk(*m_morning, {{1440, 900}, false});
    QQuickItem *const card = desk.app.item(words("note0"));
    const QString key = card->property("key").toString();
    const auto choose = [&desk, card](const char *item) {
        card->forceActiveFocus(Qt::TabFocusReason);
        desk.app.press(Qt::Key_Menu);
        desk.app.click(words(item));
    };
    choose("menuEcho");
    QCOMPARE(echoes(desk, key), 1);
    const auto told = [card] { return QAccessible::queryAccessibleInterface(card)->text(QAccessible::Name); };
    QVERIFY2(told().contains(words("1 other said so")), qPrintable(told()));
    choose("menuEcho");
    QCOMPARE(echoes(desk, key), 2);
    QVERIFY2(told().contains(words("2 others said so")), qPrintable(told()));
    choose("menuEchoLess");
    QCOMPARE(echoes(desk, key), 1);
}

void HarvestPageTest::whatAnotherTabletCountedIsAdded()
{
    CaptureDesk desk(*m_morning);
    const QString key = desk.app.item(words("note0"))->property("key").toString();
    const RecordId note = *RecordId::fromHexText(key.toStdString());
    desk.app.tap(words("note0"));
    desk.app.tap(words("echoMore"));
    desk.app.session().sharing()->tryNow();
    desk.app.settle();
    QVERIFY(m_morning->programme.reopen(*m_morning->amina));
    Member &amina = *m_morning->amina;
    QVERIFY(amina->share() && usecases::echoNote(*amina, note, 1) && usecases::echoNote(*amina, note, 1) && amina->share());
    desk.app.session().sharing()->tryNow();
    desk.app.settle();
    QTRY_COMPARE_WITH_TIMEOUT(desk.textOf("echoCount"), words("3"), 30'000);
    QCOMPARE(echoes(desk, key), 3);
}

void HarvestPageTest::aPromiseAsksNothing()
{
    CaptureDesk desk(*m_morning);
    desk.app.type(words("I will bring the rota."));
    desk.app.tap(words("kind-promise"));
    desk.app.tap(words("save"));
    QVERIFY(desk.app.item(words("undo")));
    QVERIFY(!desk.app.item(words("echoMore")));
}

QTEST_MAIN(HarvestPageTest)
#include "tst_harvestpage.moc"
