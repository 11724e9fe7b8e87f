// Who may write what, as the fold judges it: rights at the head that a change names (merge.h).
#include <QTest>

#include "tests/core/sync/mergefixture.h"

using namespace ourtable;
using namespace ourtable::test;
using sync::OpenedChange;
using sync::RecordState;
using sync::Verdict;

class MergeJudgeTest : public QObject, protected MergeFixture {
    Q_OBJECT

private slots:
    void init() { begin(); }
    void aHeadThatIsNotHereIsWaitedFor();
    void rightsAreThoseAtTheNamedHead();
    void whoIsNotInTheDirectoryOrNotYetInItMayNothing();
    void theLostStopAtTheirLastNumber_theLeavingMayShareTheRest();
    void aKindStaysInItsCircle();
    void creatingNeedsItsRight();
    void aSealedWriterCorrectsOnlyTheirOwn();
    void correctionsWaitForTheRecord();
    void aSecondPersonsCreatingChangeMakesNobodyTheCreator();
    void aCreatingChangeReplacesNothing();
    void ownRecordsAreThoseAboutThePerson();
    void agreeingCoversAgreedByAndNothingElse();
    void appendOnlyKindsAreNeverEdited();
    void changesOfAnotherKindAreMalformed();
};

void MergeJudgeTest::aHeadThatIsNotHereIsWaitedFor()
{
    OpenedChange change = m_world->create(*m_lay, m_record, m_note, {set(note("text"), "a")});
    change.membershipHead = m_world->random().make<MembershipHead>();
    QCOMPARE(verdictOf(change), Verdict::WaitsForDirectory);
    QVERIFY(folded({change}).shown(note("text")).isNull());
}

void MergeJudgeTest::rightsAreThoseAtTheNamedHead()
{
    const OpenedChange before = m_world->create(*m_lay, m_record, m_note, {set(note("text"), "a")});
    m_world->setRoles(*m_lay, {role::Professional});
    const OpenedChange after = m_world->change(*m_lay, m_record, m_note, {set(note("text"), "b", {idOf(before)})});
    const RecordState state = folded({before, after});
    QCOMPARE(state.verdicts[0], Verdict::Accepted);
    QCOMPARE(state.verdicts[1], Verdict::NotPermitted);
    QVERIFY(state.shown(note("text")) == Value("a"));
}

void MergeJudgeTest::whoIsNotInTheDirectoryOrNotYetInItMayNothing()
{
    const MembershipHead before = m_world->heads().back();
    Writer later = m_world->add({role::LayPartner});
    OpenedChange change = m_world->create(later, m_record, m_note, {});
    QCOMPARE(verdictOf(change), Verdict::Accepted);
    change.membershipHead = before;
    QCOMPARE(verdictOf(change), Verdict::NotPermitted);
    change.author = m_world->random().make<EndpointId>();
    QCOMPARE(verdictOf(change), Verdict::NotPermitted);
}

void MergeJudgeTest::theLostStopAtTheirLastNumber_theLeavingMayShareTheRest()
{
    Writer lost = m_world->add({role::LayPartner});
    Writer leaving = m_world->add({role::LayPartner});
    const OpenedChange one = m_world->create(lost, m_record, m_note, {set(note("text"), "a")});
    const OpenedChange two = m_world->change(lost, m_record, m_note, {set(note("text"), "b", {idOf(one)})});
    OpenedChange newChain = m_world->change(lost, m_record, m_note, {set(note("text"), "c", {idOf(one)})});
    newChain.replica = m_world->random().make<ReplicaId>();
    newChain.seq = 1;
    const OpenedChange unsent = m_world->change(leaving, m_record, m_note, {set(note("level"), "system")});
    const CircleId table = m_world->circle(m_note.circle);
    m_world->revoke(lost, sync::LeaveReason::Lost, {{table, lost.replica, 1}, {m_world->circle(2), lost.replica, 9}});
    m_world->revoke(leaving, sync::LeaveReason::Left, {{table, leaving.replica, 0}});
    const RecordState state = folded({one, two, newChain, unsent});
    QCOMPARE(state.verdicts, (std::vector<Verdict>{Verdict::Accepted, Verdict::PastTheEnd, Verdict::PastTheEnd, Verdict::Accepted}));
    // Where the circle is not known the longest of the replica's chains counts.
    OpenedChange unknown = two;
    unknown.circle = {};
    QCOMPARE(verdictOf(unknown, {one}), Verdict::Accepted);
    // After the entry that switched it off nothing counts.
    QCOMPARE(verdictOf(m_world->change(leaving, m_record, m_note, {set(note("level"), "system")})), Verdict::NotPermitted);
}

void MergeJudgeTest::aKindStaysInItsCircle()
{
    OpenedChange change = m_world->create(*m_lay, m_record, kindOf("safeguarding_concern"), {});
    QCOMPARE(verdictOf(change), Verdict::Accepted);
    change.circle = m_world->circle(m_note.circle);
    QCOMPARE(verdictOf(change), Verdict::NotPermitted);
}

void MergeJudgeTest::creatingNeedsItsRight()
{
    QCOMPARE(verdictOf(m_world->create(*m_lay, m_record, kindOf("placement"), {})), Verdict::NotPermitted);
    QCOMPARE(verdictOf(m_world->create(*m_coordinator, m_record, kindOf("placement"), {})), Verdict::Accepted);
    QCOMPARE(verdictOf(m_world->create(*m_coordinator, m_record, m_need, {})), Verdict::NotPermitted); // totals only
    QCOMPARE(verdictOf(m_world->create(*m_lay, m_record, m_need, {})), Verdict::Accepted);             // write-sealed
}

void MergeJudgeTest::aSealedWriterCorrectsOnlyTheirOwn()
{
    const catalogue::FieldNumber matters = fieldOf("support_need", "what_matters");
    Writer other = m_world->add({role::LayPartner});
    const OpenedChange first = m_world->create(*m_lay, m_record, m_need, {set(matters, "letters")});
    const OpenedChange mine = m_world->change(*m_lay, m_record, m_need, {set(matters, "brown letters", {idOf(first)})});
    const OpenedChange theirs = m_world->change(other, m_record, m_need, {set(matters, "no", {idOf(first)})});
    const RecordState state = folded({first, mine, theirs});
    QCOMPARE(state.verdicts, (std::vector<Verdict>{Verdict::Accepted, Verdict::Accepted, Verdict::NotPermitted}));
    QVERIFY(state.shown(matters) == Value("brown letters"));
    // The same person on another device.
    Writer second = m_world->add({role::LayPartner}, m_lay->person);
    QCOMPARE(verdictOf(m_world->change(second, m_record, m_need, {set(matters, "again", {idOf(first)})}), {first}), Verdict::Accepted);
}

void MergeJudgeTest::correctionsWaitForTheRecord()
{
    const catalogue::FieldNumber matters = fieldOf("support_need", "what_matters");
    const OpenedChange first = m_world->create(*m_lay, m_record, m_need, {});
    const OpenedChange mine = m_world->change(*m_lay, m_record, m_need, {set(matters, "letters")});
    QCOMPARE(verdictOf(mine), Verdict::WaitsForRecord);
    QCOMPARE(verdictOf(mine, {first}), Verdict::Accepted);
    // A full right waits for nothing.
    QCOMPARE(verdictOf(m_world->change(*m_peer, m_record, m_need, {set(matters, "letters")})), Verdict::Accepted);
}

void MergeJudgeTest::aSecondPersonsCreatingChangeMakesNobodyTheCreator()
{
    const catalogue::Kind &consent = kindOf("consent");
    const catalogue::FieldNumber answer = fieldOf("consent", "answer");
    const OpenedChange first = m_world->create(*m_lay, m_record, consent, {set(answer, "no")});
    const OpenedChange intruding = m_world->create(*m_peer, m_record, consent, {});
    const OpenedChange edit = m_world->change(*m_peer, m_record, consent, {set(answer, "yes", {idOf(first)})});
    const RecordState state = folded({first, intruding, edit});
    QCOMPARE(state.verdicts[2], Verdict::NotPermitted);
    QVERIFY(state.shown(answer) == Value("no"));
}

void MergeJudgeTest::aCreatingChangeReplacesNothing()
{
    const catalogue::FieldNumber answer = fieldOf("consent", "answer");
    const OpenedChange first = m_world->create(*m_lay, m_record, kindOf("consent"), {set(answer, "no")});
    const OpenedChange second = m_world->create(*m_peer, m_record, kindOf("consent"), {set(answer, "yes", {idOf(first)})});
    QCOMPARE(verdictOf(second, {first}), Verdict::Malformed);
}

void MergeJudgeTest::ownRecordsAreThoseAboutThePerson()
{
    const catalogue::Kind &claim = kindOf("involvement_claim");
    const catalogue::FieldNumber person = fieldOf("involvement_claim", "person");
    const catalogue::FieldNumber hours = fieldOf("involvement_claim", "time_hours");
    Writer other = m_world->add({role::LayPartner});
    const OpenedChange first = m_world->create(*m_lay, m_record, claim, {set(person, other.person)});
    const OpenedChange byCreator = m_world->change(*m_lay, m_record, claim, {set(hours, 2)});
    const OpenedChange byOther = m_world->change(other, m_record, claim, {set(hours, 3)});
    QCOMPARE(verdictOf(byCreator, {first}), Verdict::Accepted);
    QCOMPARE(verdictOf(byOther, {first}), Verdict::NotPermitted); // who creates only their own cannot give it away
    QCOMPARE(verdictOf(byOther), Verdict::WaitsForRecord);
    const OpenedChange named = m_world->change(*m_coordinator, m_record, claim, {set(person, other.person)});
    QCOMPARE(verdictOf(byOther, {first, named}), Verdict::Accepted);
    const OpenedChange renamed = m_world->change(*m_coordinator, m_record, claim, {set(person, m_lay->person, {idOf(named)})});
    QCOMPARE(verdictOf(byOther, {first, named, renamed}), Verdict::Accepted); // was about them once

    const catalogue::Kind &people = kindOf("person");
    m_record = *RecordId::from(m_lay->person.view());
    const OpenedChange made = m_world->create(*m_coordinator, m_record, people, {});
    const Value name("Dami");
    QCOMPARE(verdictOf(m_world->change(*m_lay, m_record, people, {set(fieldOf("person", "known_as"), name)}), {made}), Verdict::Accepted);
    QCOMPARE(verdictOf(m_world->change(other, m_record, people, {set(fieldOf("person", "known_as"), name)}), {made}), Verdict::NotPermitted);
}

void MergeJudgeTest::agreeingCoversAgreedByAndNothingElse()
{
    const catalogue::Kind &agreement = kindOf("agreement");
    const OpenedChange first = m_world->create(*m_coordinator, m_record, agreement, {});
    const auto byLay = [&](sync::Write write) { return m_world->change(*m_lay, m_record, agreement, {std::move(write)}); };
    QCOMPARE(verdictOf(byLay(add(fieldOf("agreement", "agreed_by"), m_lay->person)), {first}), Verdict::Accepted);
    QCOMPARE(verdictOf(byLay(moved("draft", "in_force")), {first}), Verdict::Accepted);
    QCOMPARE(verdictOf(byLay(set(fieldOf("agreement", "strapline"), "Mine")), {first}), Verdict::NotPermitted);
}

void MergeJudgeTest::appendOnlyKindsAreNeverEdited()
{
    const catalogue::Kind &update = kindOf("action_update");
    const catalogue::FieldNumber text = fieldOf("action_update", "text");
    const OpenedChange first = m_world->create(*m_lay, m_record, update, {set(text, "done")});
    QCOMPARE(verdictOf(m_world->change(*m_lay, m_record, update, {set(text, "not done", {idOf(first)})}), {first}), Verdict::NotPermitted);
    QCOMPARE(verdictOf(m_world->change(*m_lay, m_record, update, {hide({idOf(first)})}), {first}), Verdict::Accepted);
    const catalogue::Kind &audit = kindOf("audit_entry");
    const OpenedChange entry = m_world->create(*m_coordinator, m_record, audit, {});
    QCOMPARE(verdictOf(m_world->change(*m_coordinator, m_record, audit, {hide({})}), {entry}), Verdict::NotPermitted);
}

void MergeJudgeTest::changesOfAnotherKindAreMalformed()
{
    const OpenedChange first = m_world->create(*m_lay, m_record, m_note, {set(note("text"), "a")});
    const OpenedChange other = m_world->change(*m_lay, m_record, m_action, {});
    QCOMPARE(verdictOf(other, {first}), Verdict::Malformed);
    QCOMPARE(folded({other, first}).kind, m_note.number);
}

QTEST_GUILESS_MAIN(MergeJudgeTest)
#include "tst_mergejudge.moc"
