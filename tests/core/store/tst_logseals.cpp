// A change is taken when its chain's own writer sealed it, and for nobody else's seal (PROTOCOL.md 4).

#include <QTest>

#include "core/store/logstore.h"
#include "core/sync/sealing.h"
#include "tests/support/smalldirectory.h"

using namespace ourtable;
using namespace ourtable::store;
using namespace ourtable::test;

namespace {

// Changes that claim to be the coordinator's, with no seal yet.
sync::PullAnswer unsealed(int count = 1)
{
    SeededRandom random;
    const Person &coordinator = smallDirectory().people().front();
    const sync::EpochKey key = sync::EpochKey::make(SmallDirectory::circleOf(1), 1, random);
    sync::Envelope head;
    head.circle = key.circle();
    head.replica = coordinator.certificate.replica();
    head.seq = 1;
    head.record = random.make<RecordId>();
    head.membershipHead = smallDirectory().directory().membershipHead();
    sync::Body body;
    body.kind = catalogue::Catalogue::builtIn().kind("contribution")->number;
    sync::PullAnswer answer;
    answer.circle = key.circle();
    answer.certificates = {coordinator.certificate};
    sync::RunBuilder builder;
    for (int i = 0; i < count; ++i) {
        const sync::Envelope made = sync::sealUnderEpoch(head, body, key, random).value();
        builder.add(made);
        ++head.seq;
        head.previous = made.hash();
        head.record = random.make<RecordId>();
    }
    answer.runs = builder.take();
    return answer;
}

sync::Seal sealBy(const Person &person, const sync::PullAnswer &answer)
{
    const sync::Envelope last = answer.runs.front().envelopes().back();
    return sync::Seal::make(answer.circle, person.certificate.replica(), last.seq, last.hash(), last.membershipHead, person.keys);
}

// Knows the directory and no change; nothing for an error.
std::unique_ptr<LogStore> freshLog()
{
    static int number = 0;
    auto log = LogStore::openMemory("seals" + std::to_string(++number)).value();
    const bool known = log->setRoot(smallDirectory().directory().root().rootKey) && log->appendDirectory(smallDirectory().entries());
    return known ? std::move(log) : nullptr;
}

// How many changes are ready to be folded; -1 for an error.
int readyIn(LogStore &log)
{
    int ready = 0;
    const auto read = log.forEachReady([&ready](StoredChange &&) -> Result<void> {
        ++ready;
        return {};
    });
    return read && log.newestMark() == ready ? ready : -1;
}

int readyOf(const sync::PullAnswer &answer)
{
    const auto log = freshLog();
    return log && log->ingest(answer) ? readyIn(*log) : -1;
}

} // namespace

class tst_logseals : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::start()); }
    void withoutASealItWaits();
    void theWritersSealTakesItIn();
    void nobodyElsesSealDoes();
    void whatCameBeforeItsSealIsTakenInOnce();
    void aHoleUnderTheSealIsFilled();
};

void tst_logseals::withoutASealItWaits() { QCOMPARE(readyOf(unsealed()), 0); }

void tst_logseals::theWritersSealTakesItIn()
{
    sync::PullAnswer answer = unsealed();
    answer.seals = {sealBy(smallDirectory().people().front(), answer)};
    QCOMPARE(readyOf(answer), 1);
}

// Under another member's own chain and key, in which everything about the seal holds but what it is over.
void tst_logseals::nobodyElsesSealDoes()
{
    sync::PullAnswer answer = unsealed();
    const Person &other = smallDirectory().people()[1];
    answer.certificates.push_back(other.certificate);
    answer.seals = {sealBy(other, answer)};
    QCOMPARE(readyOf(answer), 0);
}

void tst_logseals::whatCameBeforeItsSealIsTakenInOnce()
{
    const auto log = freshLog();
    QVERIFY(log);
    QCOMPARE(log->ingest(unsealed(2)).value(), 2u);
    QCOMPARE(readyIn(*log), 0);
    sync::PullAnswer whole = unsealed(3); // the same two, and one more
    whole.seals = {sealBy(smallDirectory().people().front(), whole)};
    QCOMPARE(log->ingest(whole).value(), 1u);
    QCOMPARE(readyIn(*log), 3);
    QCOMPARE(log->ingest(whole).value(), 0u);
    QCOMPARE(readyIn(*log), 3);
}

// The head and its seal came first: nothing counts until the chain is whole, and then all of it does.
void tst_logseals::aHoleUnderTheSealIsFilled()
{
    const auto log = freshLog();
    QVERIFY(log);
    const sync::PullAnswer whole = unsealed(3);
    sync::PullAnswer head = whole;
    head.runs = {sync::Run::startingWith(whole.runs.front().envelopes().back())};
    head.seals = {sealBy(smallDirectory().people().front(), whole)};
    QCOMPARE(log->ingest(head).value(), 1u);
    QCOMPARE(readyIn(*log), 0);
    QCOMPARE(log->ingest(whole).value(), 2u);
    QCOMPARE(readyIn(*log), 3);
}

QTEST_APPLESS_MAIN(tst_logseals)
#include "tst_logseals.moc"
