// A change is taken when its chain's own writer sealed it, and for nobody else's seal (PROTOCOL.md 4).

#include <QtTest>

#include "core/store/logstore.h"
#include "core/sync/sealing.h"
#include "tests/support/smalldirectory.h"

using namespace ourtable;
using namespace ourtable::store;
using namespace ourtable::test;

namespace {

// A change that claims to be the coordinator's, with no seal yet.
sync::PullAnswer unsealed()
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
    answer.runs = {sync::Run::startingWith(sync::sealUnderEpoch(head, body, key, random).value())};
    return answer;
}

sync::Seal sealBy(const Person &person, const sync::PullAnswer &answer)
{
    const sync::Envelope last = answer.runs.front().envelopes().back();
    return sync::Seal::make(answer.circle, person.certificate.replica(), last.seq, last.hash(), last.membershipHead, person.keys);
}

// How many changes of the answer are ready to be folded; -1 for an error.
int readyOf(const sync::PullAnswer &answer)
{
    static int number = 0;
    const auto log = LogStore::openMemory("seals" + std::to_string(++number)).value();
    if (!log->setRoot(smallDirectory().directory().root().rootKey) || !log->appendDirectory(smallDirectory().entries()) || !log->ingest(answer))
        return -1;
    int ready = 0;
    const auto read = log->forEachReady([&ready](StoredChange &&) -> Result<void> {
        ++ready;
        return {};
    });
    return read ? ready : -1;
}

} // namespace

class tst_logseals : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::start()); }
    void withoutASealItWaits();
    void theWritersSealTakesItIn();
    void nobodyElsesSealDoes();
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

QTEST_APPLESS_MAIN(tst_logseals)
#include "tst_logseals.moc"
