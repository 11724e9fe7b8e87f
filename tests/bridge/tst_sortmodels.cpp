// Sorting notes without a window: the way through them, undoing, and what others do meanwhile.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/bridge/sortnotes.h"
#include "core/catalogue/handles.h"
#include "tests/bridge/deskview.h"

using namespace ourtable;
using namespace ourtable::test;
namespace fields = catalogue::kinds::contribution;
using Stage = SortNotes::Stage;

class SortModelsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingIsSavedBeforeNext();
    void withoutAThemeThereIsNoNext();
    void laterIsForThisSittingOnly();
    void theLastOneCanBeUndoneUntilTheNextIsSorted();
    void theOneBeforeIsShownAsItWasSorted();
    void whatArrivesDoesNotMoveTheNoteThatIsLookedAt();
    void whatSomebodyElseSortedIsShownAsTheirs();
    void aNoteThatGoesIsLeftBehind();
    void aSuggestionIsOfferedOnly();
    void oneBeginsWhereOneWas();
    void theSecondPersonReads();

private:
    RecordId note(const char *text, const std::vector<std::string> &themes = {}, const char *kind = "");
    usecases::Sorting held(const RecordId &id);
    void sortElsewhere(const RecordId &id, const usecases::Sorting &sorting);
    QString keyOf(const RecordId &id) { return QString::fromStdString(id.hex()); }
    void open(SortQueue &queue, SortNotes &sorting);

    std::unique_ptr<Programme> m_programme;
    std::unique_ptr<DeskView> m_desk;
    Member *m_nuala = nullptr;
    RecordId m_breakfast;
};

void SortModelsTest::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_nuala = m_programme->letIn("Nuala", {"lay_partner"});
    QVERIFY2(m_nuala, m_programme->failure.c_str());
    usecases::BreakfastPlan plan;
    plan.place = "The Copper Kettle";
    const Result<RecordId> started = usecases::startBreakfast(**m_nuala, plan);
    QVERIFY(started);
    m_breakfast = *started;
    QVERIFY((*m_nuala)->share());
    QVERIFY(m_programme->coordinator->share());
    m_programme->close(m_programme->coordinator);
    m_desk = std::make_unique<DeskView>(*m_programme, m_programme->coordinator);
    QVERIFY(m_desk->signIn());
}

void SortModelsTest::cleanup()
{
    m_desk.reset();
    m_programme.reset();
}

// Written at this desk, and told of.
RecordId SortModelsTest::note(const char *text, const std::vector<std::string> &themes, const char *kind)
{
    const Result<RecordId> made = m_desk->inWorkspace([&](usecases::Workspace &workspace) {
        usecases::NewNote words;
        words.text = text;
        words.themes = themes;
        words.kind = kind;
        return usecases::addNote(workspace, m_breakfast, words);
    });
    if (!made)
        qFatal("%s", made.error().detail.c_str());
    m_desk->session.tellTouched(*made, fields::kind);
    m_desk->settle();
    return *made;
}

usecases::Sorting SortModelsTest::held(const RecordId &id)
{
    return *m_desk->inWorkspace([id](usecases::Workspace &workspace) -> Result<usecases::Sorting> {
        OURTABLE_ASSIGN(const store::RecordView view, workspace.get(id));
        return usecases::sortingOf(view);
    });
}

// As a change that came from another device.
void SortModelsTest::sortElsewhere(const RecordId &id, const usecases::Sorting &sorting)
{
    QVERIFY(m_desk->inWorkspace([id, sorting](usecases::Workspace &workspace) -> Result<usecases::SortOutcome> {
        OURTABLE_ASSIGN(const store::RecordView view, workspace.get(id));
        return usecases::sortNote(workspace, id, sorting, usecases::sortingOf(view));
    }));
}

void SortModelsTest::open(SortQueue &queue, SortNotes &sorting)
{
    queue.setBreakfast(keyOf(m_breakfast));
    queue.setSession(&m_desk->session);
    sorting.setSession(&m_desk->session);
    sorting.setQueue(&queue);
    QTRY_VERIFY_WITH_TIMEOUT(sorting.stage() != Stage::Reading, 30'000);
}

void SortModelsTest::nothingIsSavedBeforeNext()
{
    const RecordId first = note("The ramp is too steep"), second = note("Letters come in long words");
    SortQueue queue;
    const QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SortNotes sorting;
    open(queue, sorting);
    QCOMPARE(sorting.key(), keyOf(first));
    QCOMPARE(sorting.text(), QStringLiteral("The ramp is too steep"));
    QCOMPARE(sorting.left(), 2);
    QVERIFY(sorting.kind().isEmpty());
    sorting.chooseKind(QStringLiteral("barrier"));
    sorting.chooseTheme(QStringLiteral("access"), true);
    sorting.chooseLevel(QStringLiteral("system"));
    m_desk->settle();
    QCOMPARE(held(first), (usecases::Sorting{"experience", {}, {}, {}}));
    sorting.next();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(second), 30'000);
    QCOMPARE(held(first), (usecases::Sorting{"barrier", {"access"}, "system", {}}));
    QTRY_COMPARE_WITH_TIMEOUT(sorting.left(), 1, 30'000);
    QVERIFY(sorting.themes().isEmpty() && sorting.kind().isEmpty() && sorting.level().isEmpty());
    sorting.chooseTheme(QStringLiteral("communication"), true);
    sorting.next();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.stage(), Stage::Done, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(sorting.sorted(), 2, 30'000);
}

void SortModelsTest::withoutAThemeThereIsNoNext()
{
    const RecordId first = note("The ramp is too steep");
    SortQueue queue;
    SortNotes sorting;
    open(queue, sorting);
    sorting.chooseKind(QStringLiteral("barrier"));
    sorting.next();
    QCOMPARE(sorting.problem(), QStringLiteral("Choose what it is about, or leave it for later."));
    m_desk->settle();
    QCOMPARE(sorting.key(), keyOf(first));
    QCOMPARE(held(first).kind, std::string("experience"));
    sorting.chooseTheme(QStringLiteral("access"), true);
    QVERIFY(sorting.problem().isEmpty());
    sorting.chooseKind(QStringLiteral("barrier")); // the chosen one again
    QVERIFY(sorting.kind().isEmpty());
}

void SortModelsTest::laterIsForThisSittingOnly()
{
    const RecordId first = note("The ramp is too steep"), second = note("Letters come in long words");
    SortQueue queue;
    SortNotes sorting;
    open(queue, sorting);
    sorting.later();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(second), 30'000);
    QCOMPARE(sorting.leftForLater(), QStringList{keyOf(first)});
    sorting.later();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.stage(), Stage::OnlyLater, 30'000);
    QCOMPARE(sorting.left(), 2);
    QCOMPARE(held(first), (usecases::Sorting{"experience", {}, {}, {}}));
    sorting.takeLater();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(first), 30'000);
    SortNotes another;
    another.setSession(&m_desk->session);
    another.setQueue(&queue);
    QTRY_COMPARE_WITH_TIMEOUT(another.key(), keyOf(first), 30'000);
    QVERIFY(another.leftForLater().isEmpty());
}

void SortModelsTest::theLastOneCanBeUndoneUntilTheNextIsSorted()
{
    const RecordId first = note("The ramp is too steep"), second = note("Letters come in long words");
    (void)note("Somewhere warm to wait");
    SortQueue queue;
    SortNotes sorting;
    open(queue, sorting);
    QVERIFY(!sorting.canUndo());
    sorting.chooseKind(QStringLiteral("barrier"));
    sorting.chooseTheme(QStringLiteral("access"), true);
    sorting.chooseLevel(QStringLiteral("system"));
    sorting.chooseRecognised(QStringLiteral("yes"));
    sorting.next();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(second), 30'000);
    QVERIFY(sorting.canUndo());
    sorting.undo();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(first), 30'000);
    QCOMPARE(held(first), (usecases::Sorting{"experience", {}, {}, {}}));
    QVERIFY(!sorting.canUndo());
    QTRY_COMPARE_WITH_TIMEOUT(sorting.left(), 3, 30'000);
    sorting.chooseTheme(QStringLiteral("places"), true);
    sorting.next();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(second), 30'000);
    sorting.chooseTheme(QStringLiteral("communication"), true);
    sorting.next();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.left(), 1, 30'000);
    sorting.undo(); // of the second alone
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(second), 30'000);
    QCOMPARE(held(first).themes, std::vector<std::string>{"places"});
}

void SortModelsTest::theOneBeforeIsShownAsItWasSorted()
{
    const RecordId first = note("The ramp is too steep"), second = note("Letters come in long words");
    SortQueue queue;
    SortNotes sorting;
    open(queue, sorting);
    QVERIFY(!sorting.canGoBack());
    sorting.chooseKind(QStringLiteral("experience")); // said, not only left as it was
    QCOMPARE(sorting.kind(), QStringLiteral("experience"));
    sorting.chooseTheme(QStringLiteral("access"), true);
    sorting.next();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(second), 30'000);
    sorting.back();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(first), 30'000);
    QCOMPARE(sorting.themes(), QStringList{QStringLiteral("access")});
    QCOMPARE(sorting.kind(), QStringLiteral("experience"));
    sorting.chooseTheme(QStringLiteral("access"), false);
    sorting.chooseTheme(QStringLiteral("places"), true);
    sorting.next();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(second), 30'000);
    QCOMPARE(held(first).themes, std::vector<std::string>{"places"});
}

void SortModelsTest::whatArrivesDoesNotMoveTheNoteThatIsLookedAt()
{
    (void)note("The ramp is too steep");
    SortQueue queue;
    const QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SortNotes sorting;
    open(queue, sorting);
    sorting.chooseTheme(QStringLiteral("access"), true);
    const QString looked = sorting.key();
    QSignalSpy arrivals(&sorting, &SortNotes::arrived);
    QSignalSpy resets(&queue, &QAbstractItemModel::modelReset);
    (void)note("Letters come in long words");
    QTRY_COMPARE_WITH_TIMEOUT(sorting.left(), 2, 30'000);
    QCOMPARE(sorting.key(), looked);
    QCOMPARE(sorting.themes(), QStringList{QStringLiteral("access")});
    QCOMPARE(arrivals.count(), 0);
    QCOMPARE(resets.count(), 0);
}

void SortModelsTest::whatSomebodyElseSortedIsShownAsTheirs()
{
    const RecordId first = note("The ramp is too steep");
    SortQueue queue;
    SortNotes sorting;
    open(queue, sorting);
    sorting.chooseTheme(QStringLiteral("money"), true);
    sortElsewhere(first, {"barrier", {"access"}, {}, {}}); // not told of yet
    sorting.next();
    QTRY_VERIFY_WITH_TIMEOUT(!sorting.notice().isEmpty(), 30'000);
    QCOMPARE(sorting.notice(), QStringLiteral("Somebody else sorted this note meanwhile. This is what they chose."));
    QCOMPARE(sorting.themes(), QStringList{QStringLiteral("access")});
    QCOMPARE(sorting.kind(), QStringLiteral("barrier"));
    QCOMPARE(held(first).themes, std::vector<std::string>{"access"});
    QVERIFY(!sorting.canUndo()); // it is not ours
    sorting.next(); // it is good as it is
    QTRY_COMPARE_WITH_TIMEOUT(sorting.stage(), Stage::Done, 30'000);

    const RecordId second = note("Letters come in long words");
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(second), 30'000);
    QVERIFY(sorting.notice().isEmpty());
    sortElsewhere(second, {"barrier", {"communication"}, {}, {}});
    m_desk->session.tellTouched(second, fields::kind);
    QTRY_COMPARE_WITH_TIMEOUT(sorting.themes(), QStringList{QStringLiteral("communication")}, 30'000);
    QVERIFY(!sorting.notice().isEmpty());
    QCOMPARE(sorting.key(), keyOf(second));
}

void SortModelsTest::aNoteThatGoesIsLeftBehind()
{
    const RecordId first = note("Not this one"), second = note("Letters come in long words");
    SortQueue queue;
    SortNotes sorting;
    open(queue, sorting);
    QCOMPARE(sorting.key(), keyOf(first));
    QSignalSpy said(&sorting, &SortNotes::said);
    QVERIFY(m_desk->inWorkspace([first](usecases::Workspace &workspace) { return workspace.takeBack(first); }));
    m_desk->session.tellTouched(first, fields::kind);
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(second), 30'000);
    QCOMPARE(said.front().front().toString(), QStringLiteral("This note is not here any more."));
    QVERIFY(!sorting.text().contains(QStringLiteral("Not this one")));
    sorting.chooseTheme(QStringLiteral("communication"), true);
    QVERIFY(m_desk->inWorkspace([second](usecases::Workspace &workspace) { return workspace.takeBack(second); }));
    sorting.next(); // not told of
    QTRY_COMPARE_WITH_TIMEOUT(said.count(), 2, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(sorting.key().isEmpty(), 30'000);
}

void SortModelsTest::aSuggestionIsOfferedOnly()
{
    for (int at = 0; at < 3; ++at)
        (void)note("The crisis line rings out at night", {"crisis"}, "barrier");
    const RecordId fresh = note("I rang the crisis line at night");
    SortQueue queue;
    SortNotes sorting;
    open(queue, sorting);
    QCOMPARE(sorting.key(), keyOf(fresh));
    QCOMPARE(sorting.suggestion(), QStringLiteral("Other notes like this were called: In the way, Crisis care"));
    QVERIFY(sorting.themes().isEmpty());
    QVERIFY(sorting.kind().isEmpty());
    QCOMPARE(held(fresh), (usecases::Sorting{"experience", {}, {}, {}}));
    QTRY_VERIFY_WITH_TIMEOUT(!sorting.themeChoices().isEmpty(), 30'000);
    QCOMPARE(sorting.themeChoices().front().toMap()[QStringLiteral("code")].toString(), QStringLiteral("crisis")); // most used here
    QCOMPARE(sorting.themeChoices().size(), sorting.choices(QStringLiteral("theme")).size());
    sorting.later();
    QTRY_VERIFY_WITH_TIMEOUT(sorting.suggestion().isEmpty(), 30'000);
}

void SortModelsTest::oneBeginsWhereOneWas()
{
    (void)note("The ramp is too steep");
    const RecordId second = note("Letters come in long words"), third = note("Somewhere warm to wait");
    SortQueue queue;
    SortNotes sorting;
    sorting.setProperty("startAt", keyOf(second));
    open(queue, sorting);
    QCOMPARE(sorting.key(), keyOf(second));
    sorting.setProperty("startAt", keyOf(second)); // as the page remembers it
    sorting.chooseTheme(QStringLiteral("communication"), true);
    sorting.next();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(third), 30'000);
}

void SortModelsTest::theSecondPersonReads()
{
    const Result<RecordId> theirs = usecases::addNote(**m_nuala, m_breakfast, {"A ramp is needed", "need", 1, {"access"}, {}, {}, "anonymous", {}, {}});
    QVERIFY(theirs);
    QVERIFY((*m_nuala)->share());
    const RecordId own = note("Letters come in long words", {"communication"}, "barrier");
    m_desk->session.sharing()->tryNow();
    m_desk->settle();
    SortQueue queue;
    queue.setChecking(true);
    SortNotes sorting;
    open(queue, sorting);
    QTRY_COMPARE_WITH_TIMEOUT(sorting.left(), 2, 30'000);
    sorting.look(keyOf(own));
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(own), 30'000);
    QVERIFY(sorting.own());
    sorting.chooseLevel(QStringLiteral("system"));
    sorting.next();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.problem(), QStringLiteral("Somebody other than the person who wrote it does this. Ask them."), 30'000);
    sorting.later();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.key(), keyOf(*theirs), 30'000);
    QVERIFY(!sorting.own());
    QCOMPARE(sorting.permission(), QStringLiteral("Yes, without a name"));
    sorting.next();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.problem(), QStringLiteral("Choose a theme and how big it is, then try again."), 30'000);
    sorting.chooseLevel(QStringLiteral("system"));
    sorting.chooseRecognised(QStringLiteral("no"));
    sorting.next();
    QTRY_COMPARE_WITH_TIMEOUT(sorting.stage(), Stage::OnlyLater, 30'000);
    QCOMPARE(held(*theirs), (usecases::Sorting{"need", {"access"}, "system", false}));
    const Result<store::RecordView> read = m_desk->inWorkspace([id = *theirs](usecases::Workspace &workspace) { return workspace.get(id); });
    QCOMPARE(read->state, std::string("checked"));
    QVERIFY(!sorting.canUndo());
}

QTEST_GUILESS_MAIN(SortModelsTest)
#include "tst_sortmodels.moc"
