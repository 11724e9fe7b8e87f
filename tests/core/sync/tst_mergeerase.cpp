// What was taken back stays gone; what cannot be read yet is set aside (merge.h).
#include <QTest>

#include "tests/core/sync/mergefixture.h"

using namespace ourtable;
using namespace ourtable::test;
using sync::OpenedChange;
using sync::RecordState;
using sync::Verdict;

class MergeEraseTest : public QObject, protected MergeFixture {
    Q_OBJECT

private slots:
    void init() { begin(); }
    void anAcceptedEraseLeavesOnlyPlaces();
    void erasedTextStaysGoneWhateverArrivesLater();
    void eraseIsForAuthorsAndReadersOfErasableKinds();
    void aSealedAuthorMayEraseWhenTheirTextIsGone();
    void foreignPartsAreKeptAside();
    void whatALaterRevisionWroteIsForeign();
    void aRecordWithoutAcceptedChangesIsEmpty();
};

void MergeEraseTest::anAcceptedEraseLeavesOnlyPlaces()
{
    const Value gathering(m_world->random().make<RecordId>());
    const OpenedChange first = m_world->create(*m_lay, m_record, m_note, {set(note("text"), "a canary"), set(note("table"), 2)});
    const OpenedChange erase = m_world->erase(*m_peer, m_record, m_note,
                                              {set(note("gathering"), gathering), set(note("order"), 4), set(note("text"), "still")});
    const RecordState state = folded({first, erase});
    QVERIFY(state.erased);
    QVERIFY(state.shown(note("gathering")) == gathering);
    QVERIFY(state.shown(note("order")) == Value(4));
    QCOMPARE(state.fields.size(), std::size_t(2));
    QVERIFY(state.createdBy.isZero());
    // The same state where the text was blanked before.
    QCOMPARE(canonicalDump(m_record, folded({erase})), [&] {
        RecordState blanked = state;
        blanked.counts[0] = 1;
        return canonicalDump(m_record, blanked);
    }());
}

void MergeEraseTest::erasedTextStaysGoneWhateverArrivesLater()
{
    const OpenedChange first = m_world->create(*m_lay, m_record, m_note, {set(note("text"), "a canary")});
    const OpenedChange erase = m_world->erase(*m_lay, m_record, m_note, {});
    const OpenedChange later = m_world->change(*m_peer, m_record, m_note, {set(note("text"), "again", {idOf(first)})});
    const RecordState state = folded({first, erase, later});
    QVERIFY(state.erased);
    QVERIFY(state.fields.empty());
}

void MergeEraseTest::eraseIsForAuthorsAndReadersOfErasableKinds()
{
    const OpenedChange first = m_world->create(*m_lay, m_record, m_need, {});
    Writer other = m_world->add({role::LayPartner});
    QCOMPARE(verdictOf(m_world->erase(*m_lay, m_record, m_need, {}), {first}), Verdict::Accepted);   // author
    QCOMPARE(verdictOf(m_world->erase(*m_peer, m_record, m_need, {}), {first}), Verdict::Accepted);  // reader
    QCOMPARE(verdictOf(m_world->erase(other, m_record, m_need, {}), {first}), Verdict::NotPermitted);
    QCOMPARE(verdictOf(m_world->erase(*m_coordinator, m_record, m_need, {}), {first}), Verdict::NotPermitted);
    QCOMPARE(verdictOf(m_world->erase(*m_coordinator, m_record, m_action, {})), Verdict::NotPermitted);
    QVERIFY(!folded({first, m_world->erase(other, m_record, m_need, {})}).erased);
}

void MergeEraseTest::aSealedAuthorMayEraseWhenTheirTextIsGone()
{
    QCOMPARE(verdictOf(m_world->erase(*m_lay, m_record, m_need, {})), Verdict::Accepted);
}

void MergeEraseTest::foreignPartsAreKeptAside()
{
    const OpenedChange first = m_world->create(*m_lay, m_record, m_note, {set(note("text"), "a"), set(800, "later")});
    const RecordState state = folded({first});
    QCOMPARE(state.verdicts[0], Verdict::Accepted);
    QVERIFY(state.hasForeign);
    QVERIFY(state.shown(note("text")) == Value("a"));
    QVERIFY(!state.fields.contains(800));
    // A code that an overlay may bring: not shown, but what it replaced is gone.
    const catalogue::FieldNumber level = note("level");
    const OpenedChange known = m_world->change(*m_lay, m_record, m_note, {set(level, "system")});
    const OpenedChange unknown = m_world->change(*m_lay, m_record, m_note, {set(level, "borough", {idOf(known)})});
    QCOMPARE(verdictOf(unknown, {known}), Verdict::Accepted);
    QVERIFY(folded({known, unknown}).shown(level).isNull());
    QVERIFY(folded({known, unknown}).hasForeign);
    OpenedChange kind = m_world->create(*m_lay, m_record, m_note, {});
    kind.body.kind = 60000;
    QCOMPARE(verdictOf(kind), Verdict::Foreign);
    QCOMPARE(folded({kind}).kind, catalogue::KindNumber(60000));
}

void MergeEraseTest::whatALaterRevisionWroteIsForeign()
{
    OpenedChange change = m_world->create(*m_lay, m_record, m_note, {set(note("text"), 7)});
    QCOMPARE(verdictOf(change), Verdict::Malformed);
    change.body.revision += 1;
    QCOMPARE(verdictOf(change), Verdict::Foreign);
}

void MergeEraseTest::aRecordWithoutAcceptedChangesIsEmpty()
{
    const RecordState state = folded({m_world->create(*m_lay, m_record, kindOf("placement"), {})});
    QCOMPARE(state.kind, kindOf("placement").number);
    QCOMPARE(state.updatedClock, std::uint64_t(0));
    QCOMPARE(state.fields.size(), std::size_t(1)); // the state that records start in
    QVERIFY(sync::MergeContext(catalogue::Catalogue::builtIn(), m_world->directory()).fold({}).fields.empty());
}

QTEST_GUILESS_MAIN(MergeEraseTest)
#include "tst_mergeerase.moc"
