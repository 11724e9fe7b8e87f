// The merge rules of the fields, one by one (sync.md 4; design README 3). Every set of changes is folded in both orders.
#include <QTest>

#include "tests/core/sync/mergeworld.h"

using namespace ourtable;
using namespace ourtable::test;
using sync::OpenedChange;
using sync::RecordState;

class MergeRulesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void J1_06_tallyStepsAddUpInEitherOrder();
    void tallyTakesNothingButSteps();
    void I3_valuesThatDidNotSeeEachOtherBothStay();
    void I4_aValueReplacedBySomebodyWhoSawItNeverComesBack();
    void I4_aReplacedValueThatArrivesLaterStaysReplaced();
    void clockOnlyOrdersWhatIsConcurrent();
    void equalValuesAreNoConflict();
    void removingAScalarLeavesWhatItDidNotSee();
    void I13_theMostProtectiveValueIsInForce();
    void I13_aYesNoFollowsItsOrder();
    void concurrentDecisionsAreUndecided();
    void setKeepsWhatARemoveDidNotSee();
    void threeThemesOfOneChangeCanBeRemovedAlone();
    void elementsOfOneChangeComeInItsOrder();
    void appendKeepsEverythingInOrder();
    void longTextTellsTheTextThatBothReplaced();
    void hiddenWhileEverythingWasSeen();
    void anEditThatTheOneWhoHidDidNotSeeBringsTheRecordBack();
    void aTallyStepThatWasNotSeenBringsTheRecordBack();
    void shownAgainByWhoeverSawItHidden();
    void aQuarantinedChangeNeitherAddsNorReplaces();
    void J1_05_twoTabletsMergeWithoutDuplicates();
    void originAndNewestChangeAreTold();
    void twoBranchesOfOneNumberBothCount();

private:
    RecordState folded(std::vector<OpenedChange> changes) const { return test::folded(*m_world, std::move(changes)); }
    catalogue::FieldNumber note(std::string_view field) const { return fieldOf("contribution", field); }

    std::optional<World> m_world;
    std::optional<Writer> m_a; // two lay partners with a tablet each
    std::optional<Writer> m_b;
    const catalogue::Kind &m_note = kindOf("contribution");
    RecordId m_record;
    OpenedChange m_first; // of the note: text "first"
};

void MergeRulesTest::init()
{
    m_world.emplace();
    m_a = m_world->add({role::LayPartner});
    m_b = m_world->add({role::LayPartner});
    m_record = m_world->random().make<RecordId>();
    m_first = m_world->create(*m_a, m_record, m_note, {set(note("text"), "first")});
}

void MergeRulesTest::J1_06_tallyStepsAddUpInEitherOrder()
{
    const catalogue::Kind &kind = kindOf("headcount_tally");
    const catalogue::FieldNumber carers = fieldOf("headcount_tally", "carers");
    const OpenedChange plus = m_world->create(*m_a, m_record, kind, {step(carers, 3)});
    const OpenedChange minus = m_world->change(*m_a, m_record, kind, {step(carers, -1)});
    const OpenedChange other = m_world->create(*m_b, m_record, kind, {step(carers, 2)});
    QVERIFY(folded({plus, minus, other}).shown(carers) == Value(4));
    QVERIFY(folded({other, plus, minus}).shown(carers) == Value(4));
    QCOMPARE(folded({plus, minus, other}).current(carers).size(), std::size_t(3));
}

void MergeRulesTest::tallyTakesNothingButSteps()
{
    const catalogue::FieldNumber echoes = note("echoes");
    const OpenedChange plus = m_world->change(*m_b, m_record, m_note, {step(echoes, 1)});
    const OpenedChange total = m_world->change(*m_b, m_record, m_note, {set(echoes, 12, {idOf(plus)})});
    const OpenedChange removed = m_world->change(*m_b, m_record, m_note, {remove(echoes, {idOf(plus)})});
    OpenedChange replacing = m_world->change(*m_b, m_record, m_note, {step(echoes, 1)});
    replacing.body.writes.front().replaced = {idOf(plus)};
    const RecordState state = folded({m_first, plus, total, removed, replacing});
    QVERIFY(state.shown(echoes) == Value(1));
    QCOMPARE(state.counts[std::size_t(sync::Verdict::Malformed)], 3u);
}

void MergeRulesTest::I3_valuesThatDidNotSeeEachOtherBothStay()
{
    const OpenedChange one = m_world->change(*m_a, m_record, m_note, {set(note("text"), "one", {idOf(m_first)})});
    const OpenedChange other = m_world->change(*m_b, m_record, m_note, {set(note("text"), "other", {idOf(m_first)})});
    const RecordState state = folded({m_first, one, other});
    QVERIFY(state.fields.at(note("text")).twoVersions);
    QVERIFY(state.shown(note("text")) == Value("other"));
    QCOMPARE(state.current(note("text")).size(), std::size_t(2));
    // The next save replaces exactly what it showed.
    const OpenedChange settled =
        m_world->change(*m_a, m_record, m_note, {set(note("text"), "both", state.current(note("text")))});
    const RecordState after = folded({m_first, one, other, settled});
    QVERIFY(!after.fields.at(note("text")).twoVersions);
    QVERIFY(after.shown(note("text")) == Value("both"));
}

void MergeRulesTest::I4_aValueReplacedBySomebodyWhoSawItNeverComesBack()
{
    OpenedChange future = m_world->change(*m_a, m_record, m_note, {set(note("text"), "2065", {idOf(m_first)})});
    future.body.clock = std::uint64_t{3'000'000'000'000} << 16;
    const OpenedChange later = m_world->change(*m_b, m_record, m_note, {set(note("text"), "later", {idOf(future)})});
    const RecordState state = folded({m_first, future, later});
    QVERIFY(state.shown(note("text")) == Value("later"));
    QVERIFY(!state.fields.at(note("text")).twoVersions);
}

void MergeRulesTest::I4_aReplacedValueThatArrivesLaterStaysReplaced()
{
    const OpenedChange second = m_world->change(*m_b, m_record, m_note, {set(note("text"), "second", {idOf(m_first)})});
    QVERIFY(folded({second}).shown(note("text")) == Value("second"));
    QCOMPARE(folded({second, m_first}).current(note("text")), std::vector<ValueId>{idOf(second)});
}

void MergeRulesTest::clockOnlyOrdersWhatIsConcurrent()
{
    const catalogue::FieldNumber level = note("level");
    OpenedChange unset = m_world->change(*m_a, m_record, m_note, {set(level, "system")});
    OpenedChange good = m_world->change(*m_b, m_record, m_note, {set(level, "individual")});
    unset.body.clockGood = false;
    unset.body.clock = good.body.clock + 1000;
    QVERIFY(folded({m_first, unset, good}).shown(level) == Value("individual")); // a clock that was never set loses ties
    good.body.clockGood = false;
    QVERIFY(folded({m_first, unset, good}).shown(level) == Value("system"));
    good.body.clock = unset.body.clock;
    const bool aIsGreater = unset.replica > good.replica;
    QVERIFY(folded({m_first, unset, good}).shown(level) == Value(aIsGreater ? "system" : "individual"));
}

void MergeRulesTest::equalValuesAreNoConflict()
{
    const OpenedChange one = m_world->change(*m_a, m_record, m_note, {set(note("voice"), "carer")});
    const OpenedChange other = m_world->change(*m_b, m_record, m_note, {set(note("voice"), "carer")});
    const RecordState state = folded({m_first, one, other});
    QVERIFY(!state.fields.at(note("voice")).twoVersions);
    QCOMPARE(state.current(note("voice")).size(), std::size_t(2)); // a save still replaces both
}

void MergeRulesTest::removingAScalarLeavesWhatItDidNotSee()
{
    const OpenedChange cleared = m_world->change(*m_a, m_record, m_note, {remove(note("text"), {idOf(m_first)})});
    QVERIFY(folded({m_first, cleared}).shown(note("text")).isNull());
    QVERIFY(!folded({m_first, cleared}).fields.contains(note("text")));
    const OpenedChange other = m_world->change(*m_b, m_record, m_note, {set(note("text"), "other", {idOf(m_first)})});
    QVERIFY(folded({m_first, cleared, other}).shown(note("text")) == Value("other"));
}

void MergeRulesTest::I13_theMostProtectiveValueIsInForce()
{
    const catalogue::FieldNumber permission = note("quote_permission");
    const OpenedChange open = m_world->change(*m_a, m_record, m_note, {set(permission, "shared_name")});
    const OpenedChange closed = m_world->change(*m_b, m_record, m_note, {set(permission, "notes_only", {idOf(open)})});
    OpenedChange again = m_world->change(*m_a, m_record, m_note, {set(permission, "anonymous", {idOf(open)})});
    again.body.clock += 1000;
    const RecordState state = folded({m_first, open, closed, again});
    QVERIFY(state.shown(permission) == Value("notes_only"));
    QVERIFY(state.fields.at(permission).twoVersions);
    const OpenedChange asked = m_world->change(*m_b, m_record, m_note, {set(permission, "anonymous", state.current(permission))});
    QVERIFY(folded({m_first, open, closed, again, asked}).shown(permission) == Value("anonymous"));
}

void MergeRulesTest::I13_aYesNoFollowsItsOrder()
{
    const OpenedChange yes = m_world->change(*m_a, m_record, m_note, {set(note("could_identify"), true)});
    const OpenedChange no = m_world->change(*m_b, m_record, m_note, {set(note("could_identify"), false)});
    QVERIFY(folded({m_first, yes, no}).shown(note("could_identify")) == Value(true));

    Writer peer = m_world->add({role::PeerWorker});
    const catalogue::Kind &kind = kindOf("introduction");
    const catalogue::FieldNumber agreed = fieldOf("introduction", "person_agreed");
    const OpenedChange agrees = m_world->create(peer, m_record, kind, {set(agreed, true)});
    const OpenedChange doesNot = m_world->change(peer, m_record, kind, {set(agreed, false)});
    QVERIFY(folded({agrees, doesNot}).shown(agreed) == Value(false));
}

void MergeRulesTest::concurrentDecisionsAreUndecided()
{
    Writer reader = m_world->add({role::Coordinator});
    const catalogue::Kind &kind = kindOf("nomination");
    const catalogue::FieldNumber agreed = fieldOf("nomination", "nominee_agreed");
    const std::string yes = kind.field(agreed)->vocabulary->terms[0].code;
    const std::string other = kind.field(agreed)->vocabulary->terms[1].code;
    const OpenedChange one = m_world->create(reader, m_record, kind, {set(agreed, yes)});
    const OpenedChange two = m_world->change(reader, m_record, kind, {set(agreed, other)});
    const RecordState state = folded({one, two});
    QVERIFY(state.shown(agreed).isNull());
    QVERIFY(state.fields.at(agreed).twoVersions);
    const OpenedChange same = m_world->change(reader, m_record, kind, {set(agreed, yes, {idOf(two)})});
    QVERIFY(folded({one, two, same}).shown(agreed) == Value(yes));
}

void MergeRulesTest::setKeepsWhatARemoveDidNotSee()
{
    const catalogue::FieldNumber theme = note("theme");
    const std::string code = m_note.field(theme)->vocabulary->terms[0].code;
    const OpenedChange one = m_world->change(*m_a, m_record, m_note, {add(theme, code)});
    const OpenedChange removed = m_world->change(*m_b, m_record, m_note, {remove(theme, {idOf(one)})});
    const OpenedChange other = m_world->change(*m_a, m_record, m_note, {add(theme, code)});
    QVERIFY(folded({m_first, one, removed}).shown(theme).isNull());
    QVERIFY(folded({m_first, one, removed, other}).shown(theme) == Value(ValueArray{code}));
    QVERIFY(folded({m_first, one, other}).shown(theme) == Value(ValueArray{code})); // shown once
}

void MergeRulesTest::threeThemesOfOneChangeCanBeRemovedAlone()
{
    const catalogue::FieldNumber theme = note("theme");
    const std::vector<catalogue::Term> &terms = m_note.field(theme)->vocabulary->terms;
    const OpenedChange three = m_world->change(
        *m_a, m_record, m_note, {add(theme, terms[2].code), add(theme, terms[0].code), add(theme, terms[1].code)});
    const OpenedChange removed = m_world->change(*m_b, m_record, m_note, {remove(theme, {idOf(three, 1)})});
    const RecordState state = folded({m_first, three, removed});
    QCOMPARE(state.shown(theme).array()->size(), std::size_t(2));
    QCOMPARE(state.current(theme), (std::vector<ValueId>{std::min(idOf(three, 0), idOf(three, 2)), std::max(idOf(three, 0), idOf(three, 2))}));
}

void MergeRulesTest::elementsOfOneChangeComeInItsOrder()
{
    const catalogue::FieldNumber theme = note("theme");
    const ValueArray written{"housing", "crisis", "money", "access", "loneliness", "carers"};
    std::vector<sync::Write> writes;
    for (const Value &each : written)
        writes.push_back(add(theme, *each.text()));
    const OpenedChange all = m_world->change(*m_b, m_record, m_note, writes);
    QVERIFY(folded({m_first, all}).shown(theme) == Value(written));
}

void MergeRulesTest::appendKeepsEverythingInOrder()
{
    const catalogue::Kind &kind = kindOf("safeguarding_concern");
    const catalogue::FieldNumber told = fieldOf("safeguarding_concern", "told");
    Writer lead = m_world->add({role::SafeguardingLead});
    Value element = Value::emptyMap();
    element.set("how", kind.field(told)->parts[2].vocabulary->terms[0].code);
    for (const catalogue::Part &part : kind.field(told)->parts) {
        if (part.required && part.type == catalogue::FieldType::Timestamp)
            element.set(part.key, 1'780'000'000'000);
    }
    const OpenedChange one = m_world->create(lead, m_record, kind, {add(told, element)});
    const OpenedChange again = m_world->change(lead, m_record, kind, {add(told, element)});
    const OpenedChange removed = m_world->change(lead, m_record, kind, {remove(told, {idOf(one)})});
    const OpenedChange replaced = m_world->change(lead, m_record, kind, {add(told, element, {idOf(one)})});
    const RecordState state = folded({one, again, removed, replaced});
    QVERIFY(state.shown(told) == Value(ValueArray{element, element}));
    QCOMPARE(state.counts[std::size_t(sync::Verdict::Malformed)], 2u);
}

void MergeRulesTest::longTextTellsTheTextThatBothReplaced()
{
    const OpenedChange one = m_world->change(*m_a, m_record, m_note, {set(note("text"), "first. mine", {idOf(m_first)})});
    const OpenedChange other = m_world->change(*m_b, m_record, m_note, {set(note("text"), "yours. first", {idOf(m_first)})});
    QVERIFY(folded({m_first, one, other}).fields.at(note("text")).base == Value("first"));
    QVERIFY(folded({one, other}).fields.at(note("text")).base.isNull());
    QVERIFY(folded({m_first, one}).fields.at(note("text")).base.isNull());
}

void MergeRulesTest::hiddenWhileEverythingWasSeen()
{
    const OpenedChange more = m_world->change(*m_b, m_record, m_note, {set(note("level"), "system"), step(note("echoes"), 1)});
    const OpenedChange hidden = m_world->change(*m_b, m_record, m_note, {hide(everythingOf(folded({m_first, more})))});
    const RecordState state = folded({m_first, more, hidden});
    QVERIFY(state.hidden);
    QVERIFY(!state.changedWhileHidden);
    QVERIFY(state.shown(note("text")) == Value("first")); // nothing is lost
    QVERIFY(state.shown(catalogue::kLifeField) == Value(1));
}

void MergeRulesTest::anEditThatTheOneWhoHidDidNotSeeBringsTheRecordBack()
{
    const OpenedChange hidden = m_world->change(*m_b, m_record, m_note, {hide({idOf(m_first)})});
    const OpenedChange edit = m_world->change(*m_a, m_record, m_note, {set(note("text"), "more", {idOf(m_first)})});
    const RecordState state = folded({m_first, hidden, edit});
    QVERIFY(!state.hidden);
    QVERIFY(state.changedWhileHidden);
    // Two people who hid, and who saw everything between them.
    const OpenedChange other = m_world->change(*m_a, m_record, m_note, {hide({idOf(edit)})});
    QVERIFY(folded({m_first, hidden, edit, other}).hidden);
}

void MergeRulesTest::aTallyStepThatWasNotSeenBringsTheRecordBack()
{
    const OpenedChange hidden = m_world->change(*m_b, m_record, m_note, {hide({idOf(m_first)})});
    const OpenedChange echo = m_world->change(*m_a, m_record, m_note, {step(note("echoes"), 1)});
    QVERIFY(folded({m_first, hidden, echo}).changedWhileHidden);
}

void MergeRulesTest::shownAgainByWhoeverSawItHidden()
{
    const OpenedChange hidden = m_world->change(*m_b, m_record, m_note, {hide({idOf(m_first)})});
    const OpenedChange shown = m_world->change(*m_a, m_record, m_note, {show({idOf(hidden)})});
    const RecordState state = folded({m_first, hidden, shown});
    QVERIFY(!state.hidden);
    QVERIFY(!state.changedWhileHidden);
    QVERIFY(state.shown(catalogue::kLifeField) == Value(0));
}

void MergeRulesTest::aQuarantinedChangeNeitherAddsNorReplaces()
{
    OpenedChange refused = m_world->change(*m_b, m_record, m_note,
                                           {set(note("level"), "system"), set(note("text"), 7, {idOf(m_first)})});
    const RecordState state = folded({m_first, refused});
    QVERIFY(state.verdicts[1] == sync::Verdict::Malformed);
    QVERIFY(state.shown(note("text")) == Value("first"));
    QVERIFY(state.shown(note("level")).isNull());
}

void MergeRulesTest::J1_05_twoTabletsMergeWithoutDuplicates()
{
    const RecordState once = folded({m_first});
    const RecordState twice = folded({m_first, m_first, m_first});
    QCOMPARE(canonicalDump(m_record, twice), canonicalDump(m_record, once));
    QCOMPARE(twice.verdicts.size(), std::size_t(3));
    QCOMPARE(twice.counts[0], 1u);
}

void MergeRulesTest::originAndNewestChangeAreTold()
{
    const OpenedChange second = m_world->change(*m_b, m_record, m_note, {set(note("level"), "system")});
    const RecordState state = folded({m_first, second});
    QCOMPARE(state.kind, m_note.number);
    QCOMPARE(state.createdClock, m_first.body.clock);
    QVERIFY(state.createdBy == m_a->endpoint);
    QCOMPARE(state.updatedClock, second.body.clock);
    QVERIFY(state.updatedBy == m_b->endpoint);
    QVERIFY(folded({second}).createdBy.isZero());
}

// Attack 6 (design README 8): a copied tablet goes on from the same number.
void MergeRulesTest::twoBranchesOfOneNumberBothCount()
{
    OpenedChange one = m_world->change(*m_a, m_record, m_note, {set(note("level"), "system")});
    OpenedChange copy = m_world->change(*m_a, m_record, m_note, {set(note("voice"), "carer")});
    copy.seq = one.seq;
    const RecordState state = folded({m_first, one, copy});
    QVERIFY(state.shown(note("level")) == Value("system"));
    QVERIFY(state.shown(note("voice")) == Value("carer"));
}

QTEST_GUILESS_MAIN(MergeRulesTest)
#include "tst_mergerules.moc"
