// security.md 8, attack 27: a hub that hands the same changes and entries out in any order, any number of times, leads
// nobody to another state.
#include <algorithm>

#include "core/crypto/hashing.h"
#include "core/sync/merge.h"
#include "tests/core/usecases/attacks/attackworld.h"

using namespace ourtable;
using namespace ourtable::test;
namespace note = catalogue::kinds::contribution;
namespace meeting = catalogue::kinds::gathering;

class AttacksPermuted : public QObject {
    Q_OBJECT

private slots:
    void attack27_thousandOrdersOneState();

private:
    struct Piece { // what comes in one answer
        const HandmadeChain *chain;
        sync::Envelope change;
        sync::Seal seal;
    };
    void found();
    void write(HandmadeChain &chain, const RecordId &record, sync::Body body, sync::ChangeKind kind = sync::ChangeKind::Data);
    static sync::Body edit(catalogue::FieldNumber field, sync::Action action, Value value, std::vector<ValueId> replaced = {});
    // Takes everything in, in this order: pieces by index, and the directory in two parts where an index is past the pieces.
    Result<std::string> stateAfter(const std::string &name, const std::vector<std::size_t> &order);
    Result<std::string> dumpOf(store::LogStore &log);

    AttackWorld m_world;
    std::vector<std::unique_ptr<HandmadeChain>> m_chains;
    std::vector<Piece> m_pieces;
    std::vector<RecordId> m_records;
    std::vector<Bytes> m_entries;
    std::size_t m_firstPart = 0;
};

void AttacksPermuted::write(HandmadeChain &chain, const RecordId &record, sync::Body body, sync::ChangeKind kind)
{
    body.clock = sync::clockOfMilliseconds(1'795'336'200'000) + m_pieces.size();
    const sync::Envelope change = chain.next(record, body, kind);
    m_pieces.push_back({&chain, change, chain.seal()});
}

sync::Body AttacksPermuted::edit(catalogue::FieldNumber field, sync::Action action, Value value, std::vector<ValueId> replaced)
{
    sync::Body body = noteOf("unused");
    body.creates = false;
    body.writes = {{field, action, std::move(value), std::move(replaced)}};
    return body;
}

void AttacksPermuted::found()
{
    QVERIFY2(m_world.found(), m_world.programme.failure.c_str());
    Member *rem = m_world.programme.letIn("Rem", {"lay_partner"});
    QVERIFY2(rem, m_world.programme.failure.c_str());
    VERIFY_GOOD(m_world.mal->workspace->share());
    VERIFY_GOOD(m_world.dami->workspace->share());
    for (usecases::Workspace *author : {m_world.dami->workspace.get(), m_world.mal->workspace.get(), rem->workspace.get()})
        m_chains.push_back(std::make_unique<HandmadeChain>(*author, m_world.circle()));
    HandmadeChain &dami = *m_chains[0], &mal = *m_chains[1], &lost = *m_chains[2];
    for (int i = 0; i < 4; ++i)
        m_records.push_back(m_world.newRecord());
    // A text that two people change without seeing each other, and a third who saw one of them.
    write(dami, m_records[0], noteOf("as it was said"));
    const ValueId said = sync::valueIdOf(dami.head, 0);
    write(dami, m_records[0], edit(note::text, sync::Action::Set, "as Dami heard it", {said}));
    write(mal, m_records[0], edit(note::text, sync::Action::Set, "as Mal heard it", {said}));
    // Echoes from everywhere.
    for (HandmadeChain *chain : {&dami, &mal, &lost})
        write(*chain, m_records[0], edit(note::echoes, sync::Action::Step, 1));
    // One that is removed while it is changed, and one that is taken back while it is changed.
    write(mal, m_records[1], noteOf("removed"));
    const ValueId removed = sync::valueIdOf(mal.head, 0);
    write(mal, m_records[1], edit(note::life, sync::Action::Set, ValueArray{1, ValueArray{removed}}));
    write(dami, m_records[1], edit(note::text, sync::Action::Set, "still wanted", {removed}));
    write(dami, m_records[2], noteOf("zanzibarcanary"));
    write(mal, m_records[2], edit(note::text, sync::Action::Set, "zanzibarcanary again", {sync::valueIdOf(dami.head, 0)}));
    write(dami, m_records[2], edit(note::table, sync::Action::Set, 2), sync::ChangeKind::Erase);
    // And somebody whose tablet is lost after their first three changes: the fourth never counts, wherever it comes.
    write(lost, m_records[3], noteOf("before it was lost"));
    write(lost, m_records[3], edit(note::text, sync::Action::Set, "by the finder", {sync::valueIdOf(lost.head, 0)}));
    m_firstPart = m_world.coordinator().directory().size();
    usecases::DirectoryChange change(m_world.coordinator());
    VERIFY_GOOD(change.add(sync::EndpointRevoke{rem->workspace->endpoint(), sync::LeaveReason::Lost, {{m_world.circle(), lost.replica(), 2}}}));
    VERIFY_GOOD(change.rotate(m_world.circle()));
    VERIFY_GOOD(change.post());
    m_entries = *m_world.coordinator().profile().log().directoryEntries(0);
}

Result<std::string> AttacksPermuted::dumpOf(store::LogStore &log)
{
    const sync::MergeContext merge(catalogue::Catalogue::builtIn(), log.directory());
    std::string all;
    for (const RecordId &record : m_records) {
        OURTABLE_ASSIGN(const std::vector<store::StoredChange> stored, log.changesOf(record));
        std::vector<sync::OpenedChange> opened;
        for (const store::StoredChange &change : stored) {
            Result<sync::Body> body = sync::openChange(change.envelope, m_world.coordinator().keyring());
            if (body)
                opened.push_back({change.hash, change.envelope.replica, change.envelope.seq, change.envelope.membershipHead, change.author,
                                  change.envelope.kind, std::move(*body), change.envelope.record, change.envelope.circle});
        }
        all += sync::canonicalDump(record, merge.fold(opened));
    }
    return all;
}

Result<std::string> AttacksPermuted::stateAfter(const std::string &name, const std::vector<std::size_t> &order)
{
    OURTABLE_ASSIGN(const std::unique_ptr<store::LogStore> log, store::LogStore::openMemory(name));
    OURTABLE_TRY(log->setRoot(m_world.coordinator().directory().root().rootKey));
    std::size_t told = 0;
    for (const std::size_t index : order) {
        if (index >= m_pieces.size()) {
            const std::size_t end = told == 0 ? m_firstPart : m_entries.size();
            OURTABLE_TRY(log->appendDirectory(std::span(m_entries).subspan(told, end - told)));
            told = end;
            continue;
        }
        const Piece &piece = m_pieces[index];
        sync::PullAnswer answer;
        answer.circle = m_world.circle();
        answer.runs = {sync::Run::startingWith(piece.change)};
        answer.certificates = {piece.chain->certificate};
        answer.seals = {piece.seal};
        OURTABLE_TRY(log->ingest(answer));
    }
    return dumpOf(*log);
}

void AttacksPermuted::attack27_thousandOrdersOneState()
{
    found();
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_pieces.size() + 2; ++i)
        order.push_back(i);
    std::rotate(order.begin(), order.end() - 2, order.end()); // first the directory, then as it was written
    const Result<std::string> expected = stateAfter("permuted", order);
    VERIFY_GOOD(expected);
    const auto line = [&](std::size_t record, const std::string &rest) {
        return expected->find(m_records[record].hex() + ' ' + rest) != std::string::npos;
    };
    QVERIFY(line(0, "field " + std::to_string(note::text) + " two_versions 1"));
    QVERIFY(line(0, "field " + std::to_string(note::echoes) + " shown 03"));
    QVERIFY(line(1, "changed_while_hidden 1"));
    QVERIFY(line(2, "erased 1"));
    QVERIFY(line(3, "verdicts 1 0 0 0 0 0 0 1"));
    SeededRandom random(27);
    for (int trial = 0; trial < 1000; ++trial) {
        std::vector<std::size_t> shuffled = order;
        for (std::size_t twice = 0; twice < 5; ++twice)
            shuffled.push_back(random.below(m_pieces.size()));
        for (std::size_t i = shuffled.size() - 1; i > 0; --i)
            std::swap(shuffled[i], shuffled[random.below(i + 1)]);
        const Result<std::string> state = stateAfter("permuted" + std::to_string(trial), shuffled);
        VERIFY_GOOD(state);
        QVERIFY2(*state == *expected, ("trial " + std::to_string(trial) + "\n" + *state + "\nnot\n" + *expected).c_str());
    }
}

QTEST_APPLESS_MAIN(AttacksPermuted)
#include "tst_attackspermuted.moc"
