// Sorting notes after the breakfast through the real window (ux.md 7.8; S8), by a finger, a mouse and keys alone.
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/usecases/sorting.h"
#include "tests/app/inputs.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;
namespace fields = catalogue::kinds::contribution;

namespace {

constexpr int kNotes = 6;

QString textOf(AppView &app, const QString &name)
{
    QQuickItem *const item = app.item(name);
    return item ? item->property("text").toString() : QString();
}

bool isChosen(AppView &app, const QString &name) { return app.item(name) && app.item(name)->property("checked").toBool(); }

} // namespace

class SortingTest final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }
    void S8_aNoteTakesThreeActions_data();
    void S8_aNoteTakesThreeActions();
    void aThemeIsFoundByTypingIt();
    void todayAndTheSummaryLeadToIt();
    void allSortedThenReadByASecondPerson_data();
    void allSortedThenReadByASecondPerson();
    void undoAndLeaveForLater_data();
    void undoAndLeaveForLater();
    void theRestIsAtTheSideAndOneIsTakenFromIt();
    void aRestartComesBackToTheNote();
    void withNothingToSortItSaysSo();
    void onAPhoneEverythingIsThere();

private:
    [[nodiscard]] QVariantMap here() const { return {{QStringLiteral("gathering"), QString::fromStdString(m_breakfast.hex())}}; }
    void openSorting(AppView &app)
    {
        QVERIFY(app.signIn());
        app.open(QStringLiteral("sort"), here());
        QTRY_VERIFY_WITH_TIMEOUT(app.item(QStringLiteral("sortText")), 30'000);
    }
    std::vector<usecases::Sorting> held(AppView &app);

    std::unique_ptr<Programme> m_programme;
    Member *m_nuala = nullptr;
    RecordId m_breakfast;
};

void SortingTest::init()
{
    failOnWarnings();
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_nuala = m_programme->letIn("Nuala", {"lay_partner"});
    QVERIFY2(m_nuala, m_programme->failure.c_str());
    usecases::BreakfastPlan plan;
    plan.place = "The Copper Kettle";
    const Result<RecordId> started = usecases::startBreakfast(**m_nuala, plan);
    QVERIFY(started);
    m_breakfast = *started;
    for (int at = 1; at <= kNotes; ++at) {
        usecases::NewNote note;
        note.text = "Note " + std::to_string(at) + " of the morning";
        QVERIFY(usecases::addNote(**m_nuala, m_breakfast, note));
    }
    QVERIFY((*m_nuala)->share());
    QVERIFY(m_programme->coordinator->share());
    m_programme->close(m_programme->coordinator);
    m_programme->close(*m_nuala);
}

// In the order in which they were written.
std::vector<usecases::Sorting> SortingTest::held(AppView &app)
{
    const auto notes = app.inWorkspace([gathering = m_breakfast](usecases::Workspace &workspace) { return usecases::notesOf(workspace, gathering); });
    std::vector<usecases::Sorting> all;
    for (const store::RecordView &note : *notes)
        all.push_back(usecases::sortingOf(note));
    return all;
}

void SortingTest::S8_aNoteTakesThreeActions_data() { addInputs(); }

void SortingTest::S8_aNoteTakesThreeActions()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    AppView app(*m_programme, m_programme->coordinator, windowFor(by));
    openSorting(app);
    int actions = 0;
    const auto act = [&](const char *name, Qt::Key key, Qt::KeyboardModifiers with) {
        ++actions;
        if (by == Input::Keys)
            app.press(key, with);
        else
            pressBy(by, app, QLatin1String(name));
    };
    for (int at = 1; at <= kNotes; ++at) {
        QCOMPARE(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note %1 of the morning").arg(at));
        act("kind-barrier", Qt::Key_4, Qt::AltModifier);
        act("theme-crisis", Qt::Key_2, Qt::ControlModifier);
        act("next", Qt::Key_Return, Qt::ControlModifier);
        app.settle();
    }
    QCOMPARE(actions, 3 * kNotes);
    QCOMPARE(textOf(app, QStringLiteral("sortEnd")), QStringLiteral("All sorted. 6 notes."));
    const std::vector<usecases::Sorting> all = held(app);
    QCOMPARE(all.size(), std::size_t(kNotes));
    for (const usecases::Sorting &each : all)
        QCOMPARE(each, (usecases::Sorting{"barrier", {"crisis"}, {}, {}}));
}

void SortingTest::aThemeIsFoundByTypingIt()
{
    AppView app(*m_programme, m_programme->coordinator, windowFor(Input::Keys));
    openSorting(app);
    app.type(QStringLiteral("hous")); // the field has the focus already
    QVERIFY(app.item(QStringLiteral("theme-housing")));
    QVERIFY(!app.item(QStringLiteral("theme-money")));
    app.press(Qt::Key_Return);
    QVERIFY(isChosen(app, QStringLiteral("theme-housing")));
    QVERIFY(app.item(QStringLiteral("theme-money"))); // all of them again
    app.type(QStringLiteral("nothing like it"));
    QVERIFY(app.item(QStringLiteral("noTheme")));
    app.press(Qt::Key_Return);
    app.press(Qt::Key_Escape);
    QVERIFY(!app.item(QStringLiteral("noTheme")));
    app.press(Qt::Key_Return, Qt::ControlModifier);
    app.settle();
    QCOMPARE(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 2 of the morning"));
    QCOMPARE(held(app).front(), (usecases::Sorting{"experience", {"housing"}, {}, {}}));
    app.type(QStringLiteral("mon"));
    QVERIFY(!app.item(QStringLiteral("theme-housing"))); // typing goes on without a way to the field
}

void SortingTest::todayAndTheSummaryLeadToIt()
{
    AppView app(*m_programme, m_programme->coordinator);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("today"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("waiting0")), QStringLiteral("6 notes are not sorted yet"), 30'000);
    app.tap(QStringLiteral("waiting0"));
    QCOMPARE(app.page(), QStringLiteral("sort"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 1 of the morning"), 30'000);
    app.tap(QStringLiteral("back"));
    app.open(QStringLiteral("breakfasts"));
    QTRY_VERIFY_WITH_TIMEOUT(app.item(QStringLiteral("sortNotes")), 30'000);
    app.tap(QStringLiteral("sortNotes"));
    QCOMPARE(app.page(), QStringLiteral("sort"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 1 of the morning"), 30'000);
}

void SortingTest::allSortedThenReadByASecondPerson_data() { addInputs(); }

void SortingTest::allSortedThenReadByASecondPerson()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    AppView app(*m_programme, m_programme->coordinator, windowFor(by));
    QVERIFY(app.signIn());
    QVERIFY(app.inWorkspace([gathering = m_breakfast](usecases::Workspace &workspace) -> Result<void> {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> notes, usecases::notesOf(workspace, gathering));
        for (std::size_t at = 1; at < notes.size(); ++at)
            OURTABLE_TRY(usecases::sortNote(workspace, notes[at].id, {"need", {"access"}, {}, {}}, usecases::sortingOf(notes[at])));
        return {};
    }));
    app.open(QStringLiteral("sort"), here());
    QTRY_VERIFY_WITH_TIMEOUT(app.item(QStringLiteral("sortText")), 30'000);
    pressBy(by, app, QStringLiteral("theme-access"));
    pressBy(by, app, QStringLiteral("next"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("toCheck")), QStringLiteral("6 notes wait for a second person to read them."), 30'000);
    pressBy(by, app, QStringLiteral("readThem"));
    QTRY_VERIFY_WITH_TIMEOUT(app.item(QStringLiteral("sortPermission")), 30'000);
    QCOMPARE(textOf(app, QStringLiteral("sortPermission")), QStringLiteral("May we quote it? Not asked, or no"));
    pressBy(by, app, QStringLiteral("next"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("boxProblem")), QStringLiteral("Choose a theme and how big it is, then try again."), 30'000);
    pressBy(by, app, QStringLiteral("recognised1"));
    pressBy(by, app, QStringLiteral("level2"));
    pressBy(by, app, QStringLiteral("next"));
    app.settle();
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 2 of the morning"), 30'000);
    QCOMPARE(held(app).front().couldIdentify, std::optional(false));
    QCOMPARE(held(app).front().level, std::string("system"));
}

void SortingTest::undoAndLeaveForLater_data() { addInputs(); }

void SortingTest::undoAndLeaveForLater()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    AppView app(*m_programme, m_programme->coordinator, windowFor(by));
    openSorting(app);
    QVERIFY(!app.item(QStringLiteral("undoSort")));
    pressBy(by, app, QStringLiteral("next"));
    QCOMPARE(textOf(app, QStringLiteral("boxProblem")), QStringLiteral("Choose what it is about, or leave it for later."));
    pressBy(by, app, QStringLiteral("later"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 2 of the morning"), 30'000);
    pressBy(by, app, QStringLiteral("theme-money"));
    pressBy(by, app, QStringLiteral("next"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 3 of the morning"), 30'000);
    QCOMPARE(held(app)[1].themes, std::vector<std::string>{"money"});
    if (by == Input::Keys)
        app.press(Qt::Key_Z, Qt::ControlModifier);
    else
        pressBy(by, app, QStringLiteral("undoSort"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 2 of the morning"), 30'000);
    QVERIFY(held(app)[1].themes.empty());
    pressBy(by, app, QStringLiteral("noteBefore"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 1 of the morning"), 30'000);
}

void SortingTest::theRestIsAtTheSideAndOneIsTakenFromIt()
{
    AppView app(*m_programme, m_programme->coordinator);
    openSorting(app);
    QQuickItem *const rest = app.item(QStringLiteral("rest"));
    QVERIFY(rest);
    QCOMPARE(rest->property("count").toInt(), kNotes);
    app.tap(QStringLiteral("rest3"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 4 of the morning"), 30'000);
    QVERIFY(app.item(QStringLiteral("rest3"))->property("highlighted").toBool());
    app.tap(QStringLiteral("theme-money"));
    app.tap(QStringLiteral("next"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 5 of the morning"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(rest->property("count").toInt(), kNotes - 1, 30'000);
}

void SortingTest::aRestartComesBackToTheNote()
{
    AppView app(*m_programme, m_programme->coordinator);
    openSorting(app);
    app.tap(QStringLiteral("later"));
    app.tap(QStringLiteral("later"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 3 of the morning"), 30'000);
    app.settle();
    app.killAndRestart();
    QVERIFY(app.signIn());
    QCOMPARE(app.page(), QStringLiteral("sort"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 3 of the morning"), 30'000);
    QCOMPARE(app.item(QStringLiteral("rest"))->property("count").toInt(), kNotes); // left for later in that sitting only
}

void SortingTest::withNothingToSortItSaysSo()
{
    AppView app(*m_programme, m_programme->coordinator);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("sort"), {{QStringLiteral("gathering"), QString::fromStdString(m_breakfast.hex())}, {QStringLiteral("checking"), true}});
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortEnd")), QStringLiteral("Nothing to read."), 30'000);
    app.open(QStringLiteral("sort"), {{QStringLiteral("gathering"), QString(32, QLatin1Char('a'))}});
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortEnd")), QStringLiteral("Nothing to sort."), 30'000);
    QVERIFY(!app.item(QStringLiteral("next")));
    app.tap(QStringLiteral("leaveSorting")); // to where one came from
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortEnd")), QStringLiteral("Nothing to read."), 30'000);
}

void SortingTest::onAPhoneEverythingIsThere()
{
    AppView app(*m_programme, m_programme->coordinator, {{360, 800}, true});
    openSorting(app);
    QVERIFY(!app.item(QStringLiteral("rest")));
    app.tap(QStringLiteral("kind-idea"));
    app.tap(QStringLiteral("theme-places"));
    app.tap(QStringLiteral("level-strategic"));
    app.tap(QStringLiteral("recognised2"));
    app.tap(QStringLiteral("next"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(app, QStringLiteral("sortText")), QStringLiteral("Note 2 of the morning"), 30'000);
    QCOMPARE(held(app).front(), (usecases::Sorting{"idea", {"places"}, "strategic", true}));
}

QTEST_MAIN(SortingTest)
#include "tst_sorting.moc"
