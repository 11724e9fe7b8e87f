// Moves of the state: who may make them, from where, and what concurrent ones come to (merge.h).
#include <QTest>

#include "tests/core/sync/mergefixture.h"

using namespace ourtable;
using namespace ourtable::test;
using sync::OpenedChange;
using sync::RecordState;
using sync::Verdict;

class MergeMovesTest : public QObject, protected MergeFixture {
    Q_OBJECT

private slots:
    void init() { begin(); }
    void moveNeedsItsRowAndARole();
    void moveStartsWhereAReplacedMoveLed();
    void moveOfTheOwnerAndTheAuthor();
    void withdrawingAConsentNeedsNothingButTheTable();
    void concurrentMovesWithOneLegalOrderAreOneState();
    void concurrentMovesUnderWayAndStuckAreTwoVersions();
    void sc01_underWayAgainstDoneIsSettledByAPerson();
    void equalConcurrentMovesAreOneState();
    void settlingNeedsARoleThatMayMoveThere();
    void importMaySetAnyStateByACoordinatorOnly();

private:
    OpenedChange promise(Writer &writer) { return m_world->create(writer, m_record, m_action, {}); }
    OpenedChange moves(Writer &writer, std::string_view from, std::string_view to, std::vector<ValueId> replaced = {})
    {
        return m_world->change(writer, m_record, m_action, {moved(from, to, std::move(replaced))});
    }
};

void MergeMovesTest::moveNeedsItsRowAndARole()
{
    const OpenedChange first = promise(*m_coordinator);
    QCOMPARE(folded({first}).shown(catalogue::kStateField), Value("offered"));
    QCOMPARE(verdictOf(moves(*m_coordinator, "offered", "agreed"), {first}), Verdict::Accepted);
    QCOMPARE(verdictOf(moves(*m_lay, "offered", "agreed"), {first}), Verdict::MoveRefused);
    QCOMPARE(verdictOf(moves(*m_coordinator, "offered", "done"), {first}), Verdict::MoveRefused);
    QCOMPARE(verdictOf(moves(*m_coordinator, "offered", "nowhere"), {first}), Verdict::MoveRefused);
}

void MergeMovesTest::moveStartsWhereAReplacedMoveLed()
{
    const OpenedChange first = promise(*m_coordinator);
    const OpenedChange agreed = moves(*m_coordinator, "offered", "agreed");
    const OpenedChange started = moves(*m_coordinator, "agreed", "under_way", {idOf(agreed)});
    QCOMPARE(verdictOf(started, {first, agreed}), Verdict::Accepted);
    QCOMPARE(verdictOf(started, {first}), Verdict::Accepted); // what it replaces has not arrived: nobody can tell
    QCOMPARE(verdictOf(moves(*m_coordinator, "stuck", "under_way", {idOf(agreed)}), {first, agreed}), Verdict::MoveRefused);
    QCOMPARE(verdictOf(moves(*m_coordinator, "agreed", "under_way"), {first, agreed}), Verdict::MoveRefused);
    // A refused move leads nowhere, and so does what follows it.
    const OpenedChange leap = moves(*m_lay, "offered", "done");
    const OpenedChange after = moves(*m_lay, "done", "under_way", {idOf(leap)});
    const RecordState state = folded({first, leap, after});
    QCOMPARE(state.verdicts[2], Verdict::MoveRefused);
    QCOMPARE(state.shown(catalogue::kStateField), Value("offered"));
}

void MergeMovesTest::moveOfTheOwnerAndTheAuthor()
{
    const catalogue::FieldNumber owner = fieldOf("action", "owner");
    const OpenedChange first = m_world->create(*m_coordinator, m_record, m_action, {set(owner, m_lay->person)});
    QCOMPARE(verdictOf(moves(*m_lay, "offered", "agreed"), {first}), Verdict::Accepted);
    QCOMPARE(verdictOf(moves(*m_peer, "offered", "agreed"), {first}), Verdict::MoveRefused);
    QCOMPARE(verdictOf(moves(*m_peer, "offered", "agreed")), Verdict::WaitsForRecord);
    // A promise that changed hands: whoever owned it then stays the one who moved it.
    const OpenedChange handed = m_world->change(*m_coordinator, m_record, m_action, {set(owner, m_peer->person, {idOf(first)})});
    QCOMPARE(verdictOf(moves(*m_lay, "offered", "agreed"), {first, handed}), Verdict::Accepted);

    const catalogue::Kind &nomination = kindOf("nomination");
    const OpenedChange sealed = m_world->create(*m_lay, m_record, nomination, {});
    const auto waits = [&](Writer &writer) {
        return m_world->change(writer, m_record, nomination, {moved("draft", "waiting_for_consent")});
    };
    QCOMPARE(verdictOf(waits(*m_lay), {sealed}), Verdict::Accepted);
    QCOMPARE(verdictOf(waits(*m_peer), {sealed}), Verdict::MoveRefused);
}

void MergeMovesTest::withdrawingAConsentNeedsNothingButTheTable()
{
    const OpenedChange first = m_world->create(*m_lay, m_record, kindOf("consent"), {});
    const OpenedChange back = m_world->change(*m_peer, m_record, kindOf("consent"), {moved("given", "withdrawn")});
    QCOMPARE(verdictOf(back, {first}), Verdict::Accepted);
}

void MergeMovesTest::concurrentMovesWithOneLegalOrderAreOneState()
{
    const OpenedChange first = promise(*m_coordinator);
    const OpenedChange agreed = moves(*m_coordinator, "offered", "agreed");
    const OpenedChange no = moves(*m_coordinator, "agreed", "not_going_ahead", {idOf(agreed)});
    const OpenedChange stuck = moves(*m_lay, "agreed", "stuck", {idOf(agreed)});
    const RecordState state = folded({first, agreed, no, stuck});
    QCOMPARE(state.shown(catalogue::kStateField), Value("not_going_ahead")); // stuck, then not going ahead; not the other way
    QVERIFY(!state.fields.at(catalogue::kStateField).twoVersions);
    QCOMPARE(state.current(catalogue::kStateField).size(), std::size_t(2));
}

void MergeMovesTest::concurrentMovesUnderWayAndStuckAreTwoVersions()
{
    const OpenedChange first = promise(*m_coordinator);
    const OpenedChange agreed = moves(*m_coordinator, "offered", "agreed");
    const OpenedChange started = moves(*m_coordinator, "agreed", "under_way", {idOf(agreed)});
    const OpenedChange stuck = moves(*m_lay, "agreed", "stuck", {idOf(agreed)});
    // Under way, then stuck; or stuck, then under way: both are legal for these two people.
    const RecordState state = folded({first, agreed, started, stuck});
    QVERIFY(state.fields.at(catalogue::kStateField).twoVersions);
    QCOMPARE(state.shown(catalogue::kStateField), Value("stuck"));
}

// The conflict of the demonstration programme: the tablet said under way, the office done.
void MergeMovesTest::sc01_underWayAgainstDoneIsSettledByAPerson()
{
    const OpenedChange first = promise(*m_coordinator);
    const OpenedChange agreed = moves(*m_coordinator, "offered", "agreed");
    const OpenedChange stuck = moves(*m_lay, "agreed", "stuck", {idOf(agreed)});
    Writer second = m_world->add({role::Coordinator});
    const OpenedChange mine = moves(second, "stuck", "under_way", {idOf(stuck)});
    const OpenedChange started = moves(*m_coordinator, "stuck", "under_way", {idOf(stuck)});
    const OpenedChange theirs = moves(*m_coordinator, "under_way", "done", {idOf(started)});
    std::vector<OpenedChange> all{first, agreed, stuck, mine, started, theirs};
    const RecordState open = folded(all);
    QVERIFY(open.fields.at(catalogue::kStateField).twoVersions); // done after under way, or opened again after done
    QCOMPARE(open.shown(catalogue::kStateField), Value("done"));
    all.push_back(moves(*m_coordinator, "done", "done", open.current(catalogue::kStateField)));
    const RecordState settled = folded(all);
    QVERIFY(!settled.fields.at(catalogue::kStateField).twoVersions);
    QCOMPARE(settled.shown(catalogue::kStateField), Value("done"));
    // A settled state goes on as any other.
    all.push_back(moves(*m_lay, "done", "under_way", settled.current(catalogue::kStateField)));
    QCOMPARE(folded(all).shown(catalogue::kStateField), Value("under_way"));
}

void MergeMovesTest::equalConcurrentMovesAreOneState()
{
    const OpenedChange first = promise(*m_coordinator);
    Writer second = m_world->add({role::Coordinator});
    const RecordState state = folded({first, moves(*m_coordinator, "offered", "agreed"), moves(second, "offered", "agreed")});
    QVERIFY(!state.fields.at(catalogue::kStateField).twoVersions);
    QCOMPARE(state.shown(catalogue::kStateField), Value("agreed"));
}

void MergeMovesTest::settlingNeedsARoleThatMayMoveThere()
{
    const OpenedChange first = promise(*m_coordinator);
    const OpenedChange agreed = moves(*m_coordinator, "offered", "agreed");
    QCOMPARE(verdictOf(moves(*m_lay, "agreed", "agreed", {idOf(agreed)}), {first, agreed}), Verdict::MoveRefused);
    QCOMPARE(verdictOf(moves(*m_coordinator, "agreed", "agreed", {idOf(agreed)}), {first, agreed}), Verdict::Accepted);
    QCOMPARE(verdictOf(moves(*m_coordinator, "done", "done", {idOf(agreed)}), {first, agreed}), Verdict::MoveRefused);
    QCOMPARE(verdictOf(moves(*m_coordinator, "offered", "offered"), {first}), Verdict::MoveRefused);
}

void MergeMovesTest::importMaySetAnyStateByACoordinatorOnly()
{
    const auto imported = [&](Writer &writer, std::string_view state) {
        OpenedChange change = m_world->create(writer, m_record, m_action, {moved("offered", state)});
        change.body.imported = true;
        change.body.sourceId = "a-17";
        return change;
    };
    const RecordState state = folded({imported(*m_coordinator, "done")});
    QCOMPARE(state.shown(catalogue::kStateField), Value("done"));
    QVERIFY(state.imported);
    QCOMPARE(state.sourceId, std::string("a-17"));
    QCOMPARE(verdictOf(imported(*m_coordinator, "nowhere")), Verdict::MoveRefused);
    QCOMPARE(verdictOf(imported(*m_lay, "done")), Verdict::MoveRefused);
    OpenedChange later = imported(*m_coordinator, "done");
    later.body.creates = false;
    QCOMPARE(verdictOf(later), Verdict::MoveRefused);
}

QTEST_GUILESS_MAIN(MergeMovesTest)
#include "tst_mergemoves.moc"
