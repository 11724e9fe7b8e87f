// What opens over the notes: whose voice it is, all themes and kinds, and the end of the breakfast.
#include <QTest>

#include "tests/app/capturedesk.h"

using namespace ourtable;
using namespace ourtable::test;

namespace fields = catalogue::kinds::contribution;

class CaptureSheetsTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_morning.make(), m_morning.programme.failure.c_str()); }
    void init() { failOnWarnings(); }
    void whoSaidItIsSavedWithTheNote();
    void everyThemeAndTheOtherKindsAreBehindMore();
    void aBreakfastIsFinishedWhenPeopleAreCounted();

private:
    Morning m_morning;
};

void CaptureSheetsTest::whoSaidItIsSavedWithTheNote()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("I have been waiting for two years."));
    desk.app.tap(words("who"));
    desk.app.tap(words("voice-carer"));
    desk.app.tap(words("permission-anonymous"));
    desk.app.tap(words("confirm"));
    QTRY_VERIFY(desk.boxHasFocus());
    desk.app.tap(words("save"));
    QCOMPARE(desk.app.item(words("note0"))->property("voice").toString(), words("Carer"));
    const std::vector<store::RecordView> notes = desk.ask([gathering = m_morning.gathering](usecases::Workspace &workspace) { return usecases::notesOf(workspace, gathering); });
    const auto said = std::find_if(notes.begin(), notes.end(), [](const auto &note) { return *note.field(fields::text).text() == "I have been waiting for two years."; });
    QVERIFY(said != notes.end());
    QCOMPARE(*said->field(fields::voice).text(), "carer");
    QCOMPARE(*said->field(fields::quote_permission).text(), "anonymous");
}

void CaptureSheetsTest::everyThemeAndTheOtherKindsAreBehindMore()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("The walk every Tuesday."));
    desk.app.tap(words("moreThemes"));
    desk.app.tap(words("all-carers"));
    desk.app.tap(words("all-benefit"));
    desk.app.tap(words("cancel"));
    QTRY_VERIFY(!desk.app.item(words("all-carers")));
    QVERIFY(!desk.app.item(words("otherKind")));
    desk.app.tap(words("moreThemes"));
    desk.app.tap(words("all-carers"));
    desk.app.tap(words("all-benefit"));
    desk.app.tap(words("confirm"));
    QTRY_VERIFY(desk.isChosen("theme-carers"));
    QVERIFY(desk.isChosen("otherKind"));
    desk.app.tap(words("save"));
    QCOMPARE(desk.app.item(words("note0"))->property("kind").toString(), words("It got better"));
    QCOMPARE(desk.app.item(words("note0"))->property("themes").toStringList(), QStringList{words("Carers and family")});
}

void CaptureSheetsTest::aBreakfastIsFinishedWhenPeopleAreCounted()
{
    CaptureDesk desk(m_morning);
    desk.app.tap(words("finish"));
    desk.app.tap(words("rulesRead"));
    desk.app.tap(words("notesExplained"));
    desk.app.tap(words("confirm"));
    QTRY_COMPARE(desk.app.item(words("finishProblem"))->property("text").toString(), words("Count the people who came first."));
    for (int people = 0; people < 3; ++people)
        desk.app.tap(words("more1"));
    desk.app.tap(words("less1"));
    desk.app.tap(words("confirm"));
    QTRY_COMPARE(desk.app.page(), words("today"));
    const store::RecordView gathering = desk.ask([id = m_morning.gathering](usecases::Workspace &workspace) { return workspace.get(id); });
    QCOMPARE(gathering.state, "closed");
    const usecases::Headcount heads = desk.ask([id = m_morning.gathering](usecases::Workspace &workspace) { return usecases::headcount(workspace, id); });
    QCOMPARE(heads.carers, std::int64_t(2));
}

QTEST_MAIN(CaptureSheetsTest)
#include "tst_capturesheets.moc"
