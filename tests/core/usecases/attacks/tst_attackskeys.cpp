// security.md 8, attacks on epochs and their keys: by the hub, by a member who is no coordinator, by a rotator who lies.
#include "core/crypto/hashing.h"
#include "tests/core/usecases/attacks/attackworld.h"

using namespace ourtable;
using namespace ourtable::test;

class AttacksKeys : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_world.found(), m_world.programme.failure.c_str()); }
    void cleanup() { m_world.behave(); }

    void attack11_unknownEpochWaitsForItsKey();
    void attack12_keyThatTheDirectoryDoesNotName();
    void attack28_ghostMember();
    void attack29_rotatorGivesOneMemberAnotherKey();
    void attack30_packagesSwapped();
    void attack31_epochByAMemberWhoIsNoCoordinator();
    void attack32_epochNumberAltered();
    void attack33_removedMemberAndTheNewEpoch();
    void attack34_oldKeyOpensNoLaterBag();
    void attack35_joinerWithoutHistoryWalksBack();
    void attack36_bagMovedToAnotherEpoch();

private:
    usecases::Workspace &dami() { return *m_world.dami->workspace; }
    usecases::Workspace &mal() { return *m_world.mal->workspace; }
    usecases::Workspace &coordinator() { return m_world.coordinator(); }
    const CircleId &table() { return m_world.circle(); }
    sync::EpochStart epochFor(const sync::Directory &directory, const sync::EpochKey &key, ByteView bag) const;
    Bytes signedBy(usecases::Workspace &signer, const sync::Directory &directory, sync::DirectoryBody body);
    // The hub adds this entry to what it tells Dami.
    void offered(const Bytes &entry);
    static std::string ruleOf(const Result<void> &result) { return result ? "taken" : result.error().detail; }

    AttackWorld m_world;
};

sync::EpochStart AttacksKeys::epochFor(const sync::Directory &directory, const sync::EpochKey &key, ByteView bag) const
{
    return {key.circle(), key.epoch(), key.commitment(), sync::membersHash(directory.readersOf(key.circle())), key.circleBox().publicKey,
            crypto::plainHashOf(bag)};
}

Bytes AttacksKeys::signedBy(usecases::Workspace &signer, const sync::Directory &directory, sync::DirectoryBody body)
{
    sync::DirectoryEntry entry = directory.next(std::move(body), coordinator().now());
    entry.signAs(signer.endpoint(), signer.endpointKeys().signing);
    return entry.encoded();
}

void AttacksKeys::offered(const Bytes &entry)
{
    m_world.behave();
    VERIFY_GOOD(dami().share());
    const Hash before = dami().directory().head();
    m_world.alter<sync::HelloAnswer>("/v1/hello", [&](sync::HelloAnswer &hello) {
        hello.directorySize += 1;
        hello.directoryHead.octets[0] ^= 1;
    });
    m_world.alter<sync::DirectoryAnswer>("/v1/directory", [&](sync::DirectoryAnswer &answer) { answer.entries.push_back(entry); });
    VERIFY_GOOD(m_world.bringNews(*m_world.dami));
    const Result<sync::ShareReport> report = dami().share();
    VERIFY_GOOD(report);
    QVERIFY(report->directoryBehind); // the alarm
    QCOMPARE(dami().directory().head(), before);
}

void AttacksKeys::attack11_unknownEpochWaitsForItsKey()
{
    VERIFY_GOOD(m_world.rotate(table()));
    VERIFY_GOOD(mal().share());
    m_world.alter<sync::KeysAnswer>("/v1/keybag", [](sync::KeysAnswer &answer) { answer = {}; });
    HandmadeChain author(mal(), table());
    const sync::Envelope sent = author.next(m_world.newRecord(), noteOf("under the new key"));
    VERIFY_GOOD(m_world.receive(*m_world.dami, author, {sent}));
    QCOMPARE(sync::openChange(sent, dami().keyring()).error().code, ErrorCode::NoKey);
    QCOMPARE(wordsOf(dami(), sent.record), std::string());
    QVERIFY(*dami().profile().log().isKnown(sent.record)); // waits, is not dropped
    m_world.behave();
    VERIFY_GOOD(dami().share());
    QCOMPARE(wordsOf(dami(), sent.record), std::string("under the new key"));
}

void AttacksKeys::attack12_keyThatTheDirectoryDoesNotName()
{
    // design README 8: the epoch entry commits to the key; there is no shorter hint that could be wrong.
    VERIFY_GOOD(m_world.rotate(table()));
    VERIFY_GOOD(mal().share());
    const std::uint32_t epoch = coordinator().keyring().newest(table())->epoch();
    const sync::EpochKey own = sync::EpochKey::make(table(), epoch, m_world.programme.random);
    m_world.alter<sync::KeysAnswer>("/v1/keybag", [&](sync::KeysAnswer &answer) {
        for (sync::KeyPackage &package : answer.packages)
            package.sealed = *sync::sealPackage(own, dami().endpoint(), dami().endpointKeys().box.publicKey);
    });
    HandmadeChain author(mal(), table());
    const sync::Envelope sent = author.next(m_world.newRecord(), noteOf("under the true key"));
    VERIFY_GOOD(m_world.receive(*m_world.dami, author, {sent}));
    QVERIFY(!dami().keyring().find(table(), epoch));
    m_world.behave();
    VERIFY_GOOD(dami().share()); // the true one is asked for again
    QVERIFY(dami().keyring().find(table(), epoch));
    QCOMPARE(wordsOf(dami(), sent.record), std::string("under the true key"));
}

void AttacksKeys::attack28_ghostMember()
{
    SeededRandom random(28);
    const auto signing = crypto::SigningKeyPair::make(random);
    const auto box = crypto::BoxKeyPair::make(random);
    const EndpointId ghost = sync::endpointIdOf(signing.verifyKey);
    VERIFY_GOOD(dami().share());
    sync::Directory trial = dami().directory();
    const sync::EndpointAdd added{signing.verifyKey, box.publicKey, mal().profile().device(), *PersonId::from(ghost.view()), {1},
                                  {{table(), sync::CircleMode::Reader}}, 0};
    // The hub cannot sign them in...
    sync::DirectoryEntry forged = trial.next(added, coordinator().now());
    forged.signAs(coordinator().endpoint(), signing);
    QCOMPARE(ruleOf(trial.append(forged.encoded())), std::string("signature"));
    offered(forged.encoded());
    forged.signatures.clear();
    QCOMPARE(ruleOf(trial.append(forged.encoded())), std::string("unsigned"));
    // ... and an epoch for readers of whom the directory does not know one is refused, even if a coordinator was talked into it.
    const sync::EpochKey key = sync::EpochKey::make(table(), trial.circle(table())->epoch() + 1, random);
    sync::EpochStart start = epochFor(trial, key, {});
    std::vector<sync::ReaderKeys> readers = trial.readersOf(table());
    readers.push_back({ghost, signing.verifyKey, box.publicKey});
    start.members = sync::membersHash(readers);
    const Bytes entry = signedBy(coordinator(), trial, start);
    QCOMPARE(ruleOf(trial.append(entry)), std::string("members"));
    offered(entry);
}

void AttacksKeys::attack29_rotatorGivesOneMemberAnotherKey()
{
    VERIFY_GOOD(coordinator().share());
    const sync::Directory &directory = coordinator().directory();
    const std::uint32_t epoch = directory.circle(table())->epoch() + 1;
    sync::EpochKey key = sync::EpochKey::make(table(), epoch, m_world.programme.random);
    const sync::EpochKey another = sync::EpochKey::make(table(), epoch, m_world.programme.random);
    const Bytes bag = coordinator().keyring().sealBag(key, 1, m_world.programme.random);
    sync::DirectoryAppend append;
    append.expectedHead = directory.head();
    append.entries.push_back(signedBy(coordinator(), directory, epochFor(directory, key, bag)));
    for (const sync::ReaderKeys &reader : directory.readersOf(table())) {
        const sync::EpochKey &given = reader.endpoint == dami().endpoint() ? another : key;
        append.packages.push_back({table(), epoch, reader.endpoint, *sync::sealPackage(given, reader.endpoint, reader.box)});
    }
    append.bags.push_back({table(), epoch, bag});
    VERIFY_GOOD((*coordinator().profile().engine())->request("POST", "/v1/directory", append.encoded()));
    VERIFY_GOOD(mal().share());
    QVERIFY(mal().keyring().find(table(), epoch));
    HandmadeChain author(mal(), table());
    const sync::Envelope sent = author.next(m_world.newRecord(), noteOf("what the others read"));
    sync::PushRequest push{m_world.programme.random.make<RequestId>(), {author.certificate}, {sync::Run::startingWith(sent)}, {author.seal()}};
    VERIFY_GOOD((*mal().profile().engine())->request("POST", "/v1/push", push.encoded()));
    VERIFY_GOOD(dami().share());
    QVERIFY(!dami().keyring().find(table(), epoch)); // not the other key, and no second version of the words
    QVERIFY(*dami().profile().log().isKnown(sent.record));
    QCOMPARE(wordsOf(dami(), sent.record), std::string());
    // An honest device of a coordinator hands the true one over, and so does the bag of the next epoch.
    VERIFY_GOOD(coordinator().share());
    VERIFY_GOOD(m_world.rotate(table()));
    VERIFY_GOOD(dami().share());
    QVERIFY(dami().keyring().find(table(), epoch));
    QCOMPARE(wordsOf(dami(), sent.record), std::string("what the others read"));
}

void AttacksKeys::attack30_packagesSwapped()
{
    VERIFY_GOOD(m_world.rotate(table()));
    VERIFY_GOOD(mal().share());
    const std::uint32_t epoch = coordinator().keyring().newest(table())->epoch();
    const std::vector<sync::KeyPackage> hers = *mal().profile().log().packages(mal().endpoint());
    const std::vector<sync::KeyPackage> old = *dami().profile().log().packages(dami().endpoint());
    QVERIFY(!hers.empty() && !old.empty());
    for (const Bytes &swapped : {hers.back().sealed, old.front().sealed}) {
        m_world.alter<sync::KeysAnswer>("/v1/keybag", [&](sync::KeysAnswer &answer) {
            for (sync::KeyPackage &package : answer.packages)
                package.sealed = swapped;
        });
        VERIFY_GOOD(dami().share());
        QVERIFY(!dami().keyring().find(table(), epoch));
    }
    m_world.behave();
    VERIFY_GOOD(dami().share());
    QVERIFY(dami().keyring().find(table(), epoch));
}

void AttacksKeys::attack31_epochByAMemberWhoIsNoCoordinator()
{
    VERIFY_GOOD(mal().share());
    VERIFY_GOOD(dami().share());
    sync::Directory trial = mal().directory();
    const sync::EpochKey key = sync::EpochKey::make(table(), trial.circle(table())->epoch() + 1, m_world.programme.random);
    const Bytes bag = mal().keyring().sealBag(key, 1, m_world.programme.random);
    const Bytes entry = signedBy(mal(), trial, epochFor(trial, key, bag));
    QCOMPARE(ruleOf(trial.append(entry)), std::string("signer is no coordinator"));
    sync::DirectoryAppend append;
    append.expectedHead = trial.head();
    append.entries.push_back(entry);
    QVERIFY(!(*mal().profile().engine())->request("POST", "/v1/directory", append.encoded()));
    offered(entry);
}

void AttacksKeys::attack32_epochNumberAltered()
{
    VERIFY_GOOD(coordinator().share());
    VERIFY_GOOD(dami().share());
    sync::Directory trial = coordinator().directory();
    const std::uint32_t epoch = trial.circle(table())->epoch();
    for (const std::uint32_t wrong : {epoch, epoch + 2, 1u, UINT32_MAX}) {
        const sync::EpochKey key = sync::EpochKey::make(table(), wrong, m_world.programme.random);
        QCOMPARE(ruleOf(trial.append(signedBy(coordinator(), trial, epochFor(trial, key, {})))), std::string("epoch number"));
    }
    const sync::EpochKey key = sync::EpochKey::make(table(), epoch + 1, m_world.programme.random);
    sync::DirectoryEntry entry = trial.next(epochFor(trial, key, {}), coordinator().now());
    entry.signAs(coordinator().endpoint(), coordinator().endpointKeys().signing);
    std::get<sync::EpochStart>(entry.body).epoch = epoch + 2;
    QCOMPARE(ruleOf(trial.append(entry.encoded())), std::string("signature"));
    offered(entry.encoded());
}

void AttacksKeys::attack33_removedMemberAndTheNewEpoch()
{
    Member *rem = m_world.programme.letIn("Rem", {"lay_partner"});
    QVERIFY2(rem, m_world.programme.failure.c_str());
    usecases::Workspace &removed = *rem->workspace;
    VERIFY_GOOD(removed.share());
    const std::uint32_t before = removed.keyring().newest(table())->epoch();
    const MembershipHead belonged = removed.directory().membershipHead();
    usecases::DirectoryChange change(coordinator());
    VERIFY_GOOD(change.add(sync::EndpointRevoke{removed.endpoint(), sync::LeaveReason::Lost, {}}));
    VERIFY_GOOD(change.rotate(table()));
    VERIFY_GOOD(change.post());
    VERIFY_GOOD(mal().share());
    (void)removed.share(); // whatever the hub answers, there is nothing in it
    QCOMPARE(removed.keyring().newest(table())->epoch(), before);
    // With everything of the hub in hand (whoever runs it): no package is theirs, and the old key opens nothing new.
    HandmadeChain author(mal(), table());
    const sync::Envelope later = author.next(m_world.newRecord(), noteOf("after they had left"));
    QCOMPARE(later.epoch, before + 1);
    QCOMPARE(sync::openChange(later, removed.keyring()).error().code, ErrorCode::NoKey);
    const Hash commitment = coordinator().directory().circle(table())->epochs.at(later.epoch).commitment;
    for (Member *member : {m_world.dami, m_world.mal}) {
        const auto packages = (*member)->profile().log().packages((*member)->endpoint());
        for (const sync::KeyPackage &package : *packages)
            QVERIFY(!sync::openPackage(package.sealed, table(), later.epoch, commitment, removed.endpoint(), removed.endpointKeys().box));
    }
    // What they write now, under the old key and naming the head of when they belonged, is set aside.
    HandmadeChain ghost(removed, table());
    ghost.membershipHead = belonged;
    const sync::Envelope written = ghost.next(m_world.newRecord(), noteOf("written afterwards"));
    VERIFY_GOOD(m_world.receive(*m_world.dami, ghost, {written}));
    QCOMPARE(dami().get(written.record).error().code, ErrorCode::NotFound);
    QCOMPARE(dami().state(written.record)->verdicts, std::vector<sync::Verdict>{sync::Verdict::PastTheEnd});
    // Nor may they take back what others wrote.
    const Result<RecordId> gathering = usecases::startBreakfast(coordinator(), {"2026-11-12", "08:30", "", "", "The Copper Kettle"});
    VERIFY_GOOD(gathering);
    usecases::NewNote made;
    made.text = "stays";
    const Result<RecordId> note = usecases::addNote(coordinator(), *gathering, made);
    VERIFY_GOOD(note);
    const sync::Envelope erase = ghost.next(*note, noteOf("unused"), sync::ChangeKind::Erase);
    VERIFY_GOOD(m_world.receive(*m_world.dami, ghost, {erase}));
    QCOMPARE(wordsOf(dami(), *note), std::string("stays"));
    QCOMPARE(dami().profile().log().quarantined()->back().reason, store::QuarantineReason::PastTheEnd);
}

void AttacksKeys::attack34_oldKeyOpensNoLaterBag()
{
    VERIFY_GOOD(m_world.rotate(table()));
    VERIFY_GOOD(dami().share());
    const sync::EpochKey &newest = *coordinator().keyring().newest(table());
    const sync::EpochKey &old = *dami().keyring().find(table(), newest.epoch() - 1);
    const Bytes bag = coordinator().keyring().sealBag(newest, 1, m_world.programme.random);
    std::map<std::uint32_t, Hash> commitments;
    for (const auto &[epoch, start] : dami().directory().circle(table())->epochs)
        commitments.emplace(epoch, start.commitment);
    sync::Keyring left;
    left.add({table(), old.epoch(), crypto::SecretKey(old.key())});
    const sync::EpochKey relabelled(table(), newest.epoch(), crypto::SecretKey(old.key()));
    QCOMPARE(left.openBag(relabelled, bag, commitments).error().code, ErrorCode::SealBroken);
    QCOMPARE(left.openBag(old, bag, commitments).error().code, ErrorCode::SealBroken);
    QCOMPARE(left.size(), std::size_t{1});
}

void AttacksKeys::attack35_joinerWithoutHistoryWalksBack()
{
    const CircleId safeguarding = coordinator().directory().circleOfKind(5)->id;
    HandmadeChain author(mal(), safeguarding); // sealed, to the first epoch
    const sync::Envelope early = author.next(m_world.newRecord(), noteOf("before they came"));
    Member *kit = m_world.programme.letIn("Kit", {"safeguarding_lead"});
    QVERIFY2(kit, m_world.programme.failure.c_str());
    usecases::Workspace &lead = *kit->workspace;
    VERIFY_GOOD(lead.share());
    QVERIFY(lead.keyring().newest(safeguarding)->epoch() > early.epoch);
    QCOMPARE(sync::openChange(early, lead.keyring()).error().code, ErrorCode::NoKey);
    // A bag with the earlier keys, by somebody who has them, changes nothing: the circle is without history by its entry.
    VERIFY_GOOD(m_world.rotate(safeguarding));
    const sync::EpochKey &newest = *coordinator().keyring().newest(safeguarding);
    const Bytes bag = coordinator().keyring().sealBag(newest, 1, m_world.programme.random);
    m_world.alter<sync::KeysAnswer>("/v1/keybag", [&](sync::KeysAnswer &answer) { answer.bags = {{safeguarding, newest.epoch(), bag}}; });
    VERIFY_GOOD(lead.share());
    QVERIFY(lead.keyring().find(safeguarding, newest.epoch()));
    QCOMPARE(sync::openChange(early, lead.keyring()).error().code, ErrorCode::NoKey);
    // And the bags that are really posted carry none.
    const Bytes posted = coordinator().keyring().sealBag(newest, newest.epoch(), m_world.programme.random);
    sync::Keyring empty;
    QCOMPARE(*empty.openBag(newest, posted, {}), std::size_t{0});
}

void AttacksKeys::attack36_bagMovedToAnotherEpoch()
{
    VERIFY_GOOD(m_world.rotate(table()));
    VERIFY_GOOD(m_world.rotate(table()));
    VERIFY_GOOD(dami().share());
    sync::Keyring &all = coordinator().keyring();
    const sync::EpochKey &newest = *all.newest(table());
    const sync::EpochKey &before = *all.find(table(), newest.epoch() - 1);
    std::map<std::uint32_t, Hash> commitments;
    for (const auto &[epoch, start] : dami().directory().circle(table())->epochs)
        commitments.emplace(epoch, start.commitment);
    sync::Keyring ring;
    QCOMPARE(ring.openBag(newest, all.sealBag(before, 1, m_world.programme.random), commitments).error().code, ErrorCode::SealBroken);
    // The right key under another number does not open it either, and a bag with a wrong key in it gives none at all.
    const sync::EpochKey renamed(table(), before.epoch(), crypto::SecretKey(newest.key()));
    QCOMPARE(ring.openBag(renamed, all.sealBag(newest, 1, m_world.programme.random), commitments).error().code, ErrorCode::SealBroken);
    sync::Keyring lying;
    lying.add(sync::EpochKey::make(table(), 1, m_world.programme.random));
    lying.add({table(), before.epoch(), crypto::SecretKey(before.key())});
    QCOMPARE(ring.openBag(newest, lying.sealBag(newest, 1, m_world.programme.random), commitments).error().code, ErrorCode::SealBroken);
    QVERIFY(ring.empty());
    QCOMPARE(*ring.openBag(newest, all.sealBag(newest, 1, m_world.programme.random), commitments), std::size_t{newest.epoch() - 1});
}

QTEST_APPLESS_MAIN(AttacksKeys)
#include "tst_attackskeys.moc"
