// security.md 8, attacks on the directory as a whole: what a hub can do with entries that it cannot forge.
#include "tests/core/usecases/attacks/attackworld.h"

using namespace ourtable;
using namespace ourtable::test;

class AttacksDirectory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_world.found(), m_world.programme.failure.c_str()); }
    void cleanup() { m_world.behave(); }

    void attack37_entriesOutOfOrderOrMissing_data();
    void attack37_entriesOutOfOrderOrMissing();
    void attack38_appendBehindAStaleHead();
    void attack39_rolledBack();
    void attack40_twoViewsOfOneLength();
    void attack40_changeOutOfTheOtherView();
    void attack47_hubOfAnotherRoot();

private:
    usecases::Workspace &dami() { return *m_world.dami->workspace; }
    usecases::Workspace &mal() { return *m_world.mal->workspace; }
    usecases::Workspace &coordinator() { return m_world.coordinator(); }

    AttackWorld m_world;
};

void AttacksDirectory::attack37_entriesOutOfOrderOrMissing_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("the first is missing") << 0;
    QTest::newRow("two are swapped") << 1;
    QTest::newRow("one comes twice") << 2;
    QTest::newRow("one is cut") << 3;
    QTest::newRow("the middle is missing") << 4;
}

void AttacksDirectory::attack37_entriesOutOfOrderOrMissing()
{
    QFETCH(int, how);
    VERIFY_GOOD(dami().share());
    const sync::Directory before = dami().directory();
    for (int i = 0; i < 3; ++i)
        VERIFY_GOOD(m_world.rotate(m_world.circle()));
    m_world.alter<sync::DirectoryAnswer>("/v1/directory", [&](sync::DirectoryAnswer &answer) {
        if (answer.entries.size() != 3)
            return;
        if (how == 0)
            answer.entries.erase(answer.entries.begin());
        if (how == 1)
            std::swap(answer.entries[0], answer.entries[1]);
        if (how == 2)
            answer.entries.insert(answer.entries.begin(), answer.entries[0]);
        if (how == 3)
            answer.entries[1].pop_back();
        if (how == 4)
            answer.entries.erase(answer.entries.begin() + 1);
    });
    const Result<sync::ShareReport> report = dami().share();
    if (how == 3)
        QVERIFY(!report || report->directoryBehind);
    else
        QVERIFY(report && report->directoryBehind); // shown as a banner
    const std::uint64_t good = how >= 2 ? 1 : 0; // what came in order before it is kept
    QCOMPARE(dami().directory().size(), before.size() + good);
    m_world.behave();
    const Result<sync::ShareReport> again = dami().share();
    VERIFY_GOOD(again);
    QVERIFY(!again->directoryBehind);
    QCOMPARE(dami().directory().head(), coordinator().directory().head());
}

void AttacksDirectory::attack38_appendBehindAStaleHead()
{
    VERIFY_GOOD(coordinator().share());
    usecases::DirectoryChange stale(coordinator());
    VERIFY_GOOD(stale.rotate(m_world.circle()));
    usecases::DirectoryChange first(coordinator());
    VERIFY_GOOD(first.rotate(m_world.circle(AttackWorld::kOffice)));
    VERIFY_GOOD(first.post());
    const Hash head = coordinator().directory().head();
    const std::size_t keys = coordinator().keyring().size();
    QCOMPARE(stale.post().error().code, ErrorCode::Conflict);
    QCOMPARE(coordinator().directory().head(), head);
    QCOMPARE(coordinator().keyring().size(), keys); // no key that nobody else will ever have
    VERIFY_GOOD(m_world.rotate(m_world.circle()));
}

void AttacksDirectory::attack39_rolledBack()
{
    VERIFY_GOOD(dami().share());
    const sync::Directory before = dami().directory();
    m_world.alter<sync::HelloAnswer>("/v1/hello", [&](sync::HelloAnswer &hello) {
        hello.directorySize = before.size() - 1;
        hello.directoryHead.octets[0] ^= 1;
    });
    m_world.alter<sync::DirectoryAnswer>("/v1/directory", [](sync::DirectoryAnswer &answer) { answer.entries.clear(); });
    VERIFY_GOOD(m_world.bringNews(*m_world.dami));
    const Result<sync::ShareReport> report = dami().share();
    VERIFY_GOOD(report);
    QVERIFY(report->directoryBehind);
    QCOMPARE(dami().directory().size(), before.size());
    QCOMPARE(dami().directory().head(), before.head());
    // Promised more entries than it gives, the device does not ask for ever.
    m_world.alter<sync::HelloAnswer>("/v1/hello", [&](sync::HelloAnswer &hello) { hello.directorySize = before.size() + 5; });
    VERIFY_GOOD(m_world.bringNews(*m_world.dami));
    VERIFY_GOOD(dami().share());
    QCOMPARE(dami().directory().head(), before.head());
}

void AttacksDirectory::attack40_twoViewsOfOneLength()
{
    VERIFY_GOOD(dami().share());
    const Hash before = dami().directory().head();
    m_world.alter<sync::HelloAnswer>("/v1/hello", [](sync::HelloAnswer &hello) { hello.directoryHead.octets[0] ^= 1; });
    VERIFY_GOOD(m_world.bringNews(*m_world.dami));
    const Result<sync::ShareReport> report = dami().share();
    VERIFY_GOOD(report);
    QVERIFY(report->directoryBehind);
    QCOMPARE(dami().directory().head(), before);
}

void AttacksDirectory::attack40_changeOutOfTheOtherView()
{
    // Two devices gossip by what they write: a change names the directory that its author knows. One from another view
    // waits, is counted as waiting, and is never folded.
    SeededRandom random(40);
    HandmadeChain author(mal(), m_world.circle());
    author.membershipHead = random.make<MembershipHead>();
    const sync::Envelope sent = author.next(m_world.newRecord(), noteOf("out of the other view"));
    const std::int64_t before = waiting(dami());
    VERIFY_GOOD(m_world.receive(*m_world.dami, author, {sent}));
    QCOMPARE(wordsOf(dami(), sent.record), std::string());
    QCOMPARE(waiting(dami()), before + 1);
    QCOMPARE(dami().status()->counts.waiting, before + 1);
    // Nor can an author go back to an older view within a chain.
    VERIFY_GOOD(mal().share());
    HandmadeChain back(mal(), m_world.circle());
    const sync::Envelope first = back.next(m_world.newRecord(), noteOf("as it is"));
    const std::vector<Bytes> entries = *dami().profile().log().directoryEntries(0);
    back.membershipHead = sync::membershipHeadOf(sync::DirectoryEntry::decode(entries[entries.size() - 2])->hash());
    const sync::Envelope second = back.next(m_world.newRecord(), noteOf("as it was"));
    const std::int64_t setAside = quarantined(dami());
    VERIFY_GOOD(m_world.receive(*m_world.dami, back, {first, second}));
    QCOMPARE(wordsOf(dami(), first.record), std::string("as it is"));
    QCOMPARE(wordsOf(dami(), second.record), std::string());
    QCOMPARE(quarantined(dami()), setAside + 1);
}

void AttacksDirectory::attack47_hubOfAnotherRoot()
{
    // A hub that begins a newcomer with a directory of its own making: the invitation pinned the root.
    Programme other;
    QVERIFY2(other.found(), other.failure.c_str());
    const std::vector<Bytes> foreign = *other.coordinator->profile().log().directoryEntries(0);
    auto made = store::LogStore::openMemory("attack47");
    VERIFY_GOOD(made);
    VERIFY_GOOD((*made)->setRoot(dami().directory().root().rootKey));
    const Result<void> taken = (*made)->appendDirectory(foreign);
    QVERIFY(!taken);
    QCOMPARE(taken.error(), (Error{ErrorCode::DirectoryBroken, "another root"}));
    QVERIFY((*made)->directory().empty());
    // And to a device that is in: nothing of it follows.
    QCOMPARE(dami().profile().log().appendDirectory(foreign).error().code, ErrorCode::DirectoryBroken);
    QCOMPARE(dami().directory().root().rootKey, coordinator().directory().root().rootKey);
}

QTEST_APPLESS_MAIN(AttacksDirectory)
#include "tst_attacksdirectory.moc"
