// security.md 8, 41 to 47: entries by people who may not write them, keys that are none, and the rule of two. The hub folds
// with the same rules, so what is refused here is refused there.
#include <QTest>

#include "core/crypto/hashing.h"
#include "core/sync/circlekeys.h"
#include "core/sync/directory.h"
#include "core/sync/replica.h"
#include "tests/support/seededrandom.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

constexpr std::int64_t kNow = 1'795'336'200'000;
constexpr std::uint8_t kLay = 1;
constexpr std::uint8_t kAdmin = 6;

struct Person {
    crypto::SigningKeyPair device;
    crypto::SigningKeyPair signing;
    crypto::BoxKeyPair box;
    PersonId person;
    [[nodiscard]] EndpointId id() const { return sync::endpointIdOf(signing.verifyKey); }
};

} // namespace

class AttacksRules : public QObject {
    Q_OBJECT

private slots:
    void init();

    void attack41_expiredCoordinator();
    void attack41_roleThatMaySignNothing();
    void attack42_oneSignatureForTwo_data();
    void attack42_oneSignatureForTwo();
    void attack42_oneVoiceTwice();
    void attack42_switchingOffTakesOne();
    void attack43_epochForOneHolder();
    void attack44_boxKeysOfLowOrder_data();
    void attack44_boxKeysOfLowOrder();
    void attack45_signingKeysThatAreNone_data();
    void attack45_signingKeysThatAreNone();
    void attack45_signatureThatIsNotCanonical();
    void attack46_endpointWithANewKey();
    void attack47_rootIsNeverReplaced();

private:
    Person person();
    sync::EndpointAdd adding(const Person &person, std::vector<std::uint8_t> roles, std::int64_t until = 0) const;
    std::string take(sync::DirectoryBody body, const std::vector<const Person *> &signers, std::int64_t time = kNow);
    void add(const Person &person, std::vector<std::uint8_t> roles, const std::vector<const Person *> &signers, std::int64_t until = 0);
    sync::EpochStart epoch();

    SeededRandom m_random{41};
    crypto::SigningKeyPair m_root;
    CircleId m_circle;
    sync::Directory m_directory;
    Person m_first, m_second, m_lay;
};

Person AttacksRules::person()
{
    return {crypto::SigningKeyPair::make(m_random), crypto::SigningKeyPair::make(m_random), crypto::BoxKeyPair::make(m_random),
            m_random.make<PersonId>()};
}

// The rule that refuses it, or "taken".
std::string AttacksRules::take(sync::DirectoryBody body, const std::vector<const Person *> &signers, std::int64_t time)
{
    sync::DirectoryEntry entry = m_directory.next(std::move(body), time);
    for (const Person *signer : signers)
        entry.signAs(signer ? signer->id() : EndpointId{}, signer ? signer->signing : m_root);
    const Hash before = m_directory.head();
    const Result<void> taken = m_directory.append(entry.encoded());
    if (!taken && m_directory.head() != before)
        return "changed though refused";
    return taken ? "taken" : taken.error().detail;
}

sync::EndpointAdd AttacksRules::adding(const Person &person, std::vector<std::uint8_t> roles, std::int64_t until) const
{
    return {person.signing.verifyKey, person.box.publicKey, sync::deviceIdOf(person.device.verifyKey), person.person, std::move(roles),
            {{m_circle, sync::CircleMode::Reader}}, until};
}

void AttacksRules::add(const Person &person, std::vector<std::uint8_t> roles, const std::vector<const Person *> &signers, std::int64_t until)
{
    QCOMPARE(take(sync::DeviceAdd{person.device.verifyKey}, {signers.front()}), std::string("taken"));
    QCOMPARE(take(adding(person, std::move(roles), until), signers), std::string("taken"));
}

sync::EpochStart AttacksRules::epoch()
{
    const sync::EpochKey key = sync::EpochKey::make(m_circle, m_directory.circle(m_circle)->epoch() + 1, m_random);
    return {m_circle, key.epoch(), key.commitment(), sync::membersHash(m_directory.readersOf(m_circle)), key.circleBox().publicKey, {}};
}

void AttacksRules::init()
{
    QVERIFY(crypto::start());
    m_directory = {};
    m_root = crypto::SigningKeyPair::make(m_random);
    m_circle = m_random.make<CircleId>();
    m_first = person();
    m_second = person();
    m_lay = person();
    const sync::RootInit root{m_random.make<ProgrammeId>(), m_root.verifyKey, crypto::BoxKeyPair::make(m_random).publicKey, {}};
    QCOMPARE(take(root, {nullptr}), std::string("taken"));
    QCOMPARE(take(sync::CircleCreate{m_circle, 1, true}, {nullptr}), std::string("taken"));
    add(m_first, {sync::kCoordinatorRole}, {nullptr});
    add(m_lay, {kLay}, {&m_first});
    add(m_second, {sync::kCoordinatorRole}, {&m_first});
}

void AttacksRules::attack41_expiredCoordinator()
{
    const Person guest = person();
    add(guest, {sync::kCoordinatorRole}, {&m_first, &m_second}, kNow + 1000);
    const Person more = person();
    QCOMPARE(take(sync::DeviceAdd{more.device.verifyKey}, {&guest}, kNow + 1001), std::string("signer's time is over"));
    QCOMPARE(take(sync::DeviceAdd{more.device.verifyKey}, {&guest}, kNow + 1000), std::string("taken"));
    // Nor do they count as the second voice afterwards.
    QCOMPARE(take(sync::HubPins{{m_random.make<Hash>()}}, {&m_first, &guest}, kNow + 1001), std::string("signer's time is over"));
}

void AttacksRules::attack41_roleThatMaySignNothing()
{
    // There are no scopes but one: a coordinator signs, everybody else does not, whatever else they may.
    const Person office = person();
    add(office, {kAdmin}, {&m_first});
    const Person more = person();
    for (const Person *signer : std::initializer_list<const Person *>{&m_lay, &office}) {
        QCOMPARE(take(sync::DeviceAdd{more.device.verifyKey}, {signer}), std::string("signer is no coordinator"));
        QCOMPARE(take(sync::EndpointChange{signer->id(), {sync::kCoordinatorRole}, {}, 0}, {signer}), std::string("signer is no coordinator"));
        QCOMPARE(take(epoch(), {signer}), std::string("signer is no coordinator"));
        QCOMPARE(take(sync::DeviceRevoke{sync::deviceIdOf(m_first.device.verifyKey), sync::LeaveReason::Lost, true, {}}, {signer}),
                 std::string("signer is no coordinator"));
    }
    QCOMPARE(take(sync::DeviceAdd{more.device.verifyKey}, {&m_first, &m_lay}), std::string("signer is no coordinator"));
    const Person stranger = person();
    QCOMPARE(take(sync::DeviceAdd{more.device.verifyKey}, {&stranger}), std::string("signer is no coordinator"));
    QCOMPARE(take(sync::EndpointRevoke{m_second.id(), sync::LeaveReason::Left, {}}, {&m_first, &m_second}), std::string("taken"));
    QCOMPARE(take(sync::DeviceAdd{more.device.verifyKey}, {&m_second}), std::string("signer is no coordinator")); // any more
}

void AttacksRules::attack42_oneSignatureForTwo_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("a new coordinator") << 0;
    QTest::newRow("somebody becomes coordinator") << 1;
    QTest::newRow("other hubs") << 2;
}

void AttacksRules::attack42_oneSignatureForTwo()
{
    QFETCH(int, what);
    const Person third = person();
    QCOMPARE(take(sync::DeviceAdd{third.device.verifyKey}, {&m_first}), std::string("taken"));
    const auto body = [&]() -> sync::DirectoryBody {
        if (what == 0)
            return adding(third, {sync::kCoordinatorRole});
        if (what == 1)
            return sync::EndpointChange{m_lay.id(), {kLay, sync::kCoordinatorRole}, {{m_circle, sync::CircleMode::Reader}}, 0};
        return sync::HubPins{{m_random.make<Hash>()}};
    };
    QCOMPARE(take(body(), {&m_first}), std::string("two signatures"));
    QCOMPARE(take(body(), {&m_first, &m_first}), std::string("two signatures"));
    QCOMPARE(take(body(), {nullptr}), std::string("two signatures"));
    QCOMPARE(take(body(), {nullptr, nullptr}), std::string("root signature"));
    QCOMPARE(take(body(), {&m_first, &m_second}), std::string("taken"));
}

void AttacksRules::attack42_oneVoiceTwice()
{
    // One person on two devices is one voice.
    Person again = person();
    again.person = m_first.person;
    add(again, {sync::kCoordinatorRole}, {&m_first, &m_second});
    QCOMPARE(take(sync::HubPins{{m_random.make<Hash>()}}, {&m_first, &again}), std::string("two signatures"));
    QCOMPARE(m_directory.coordinators(), std::size_t{2});
}

void AttacksRules::attack42_switchingOffTakesOne()
{
    // A lost tablet cannot wait for a second signature, least of all its owner's. What is left is never nobody.
    QCOMPARE(take(sync::DeviceRevoke{sync::deviceIdOf(m_second.device.verifyKey), sync::LeaveReason::Lost, true, {}}, {&m_first}),
             std::string("taken"));
    QCOMPARE(take(sync::EndpointRevoke{m_first.id(), sync::LeaveReason::Lost, {}}, {&m_first}), std::string("last coordinator"));
    QCOMPARE(take(sync::EndpointChange{m_first.id(), {kLay}, {}, 0}, {&m_first}), std::string("last coordinator"));
}

void AttacksRules::attack43_epochForOneHolder()
{
    QCOMPARE(take(epoch(), {&m_first}), std::string("taken"));
    QCOMPARE(m_directory.holdersOf(m_circle), std::size_t{3});
    QCOMPARE(take(sync::EndpointRevoke{m_lay.id(), sync::LeaveReason::Left, {}}, {&m_first}), std::string("taken"));
    QCOMPARE(take(sync::EndpointChange{m_second.id(), {sync::kCoordinatorRole}, {}, 0}, {&m_second}), std::string("taken"));
    QCOMPARE(m_directory.holdersOf(m_circle), std::size_t{1});
    QCOMPARE(take(epoch(), {&m_first}), std::string("holders"));
    // The same person on a second device is no second holder.
    Person again = person();
    again.person = m_first.person;
    add(again, {kLay}, {&m_first});
    QCOMPARE(take(epoch(), {&m_first}), std::string("holders"));
    const Person next = person();
    add(next, {kLay}, {&m_first});
    QCOMPARE(take(epoch(), {&m_first}), std::string("taken"));
}

void AttacksRules::attack44_boxKeysOfLowOrder_data()
{
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char *name, const char *hex) { QTest::newRow(name) << QByteArray::fromHex(hex); };
    row("zero", "0000000000000000000000000000000000000000000000000000000000000000");
    row("one", "0100000000000000000000000000000000000000000000000000000000000000");
    row("order 8", "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
    row("order 8, the other", "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157");
    row("p - 1", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    row("p", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    row("p + 1", "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
}

void AttacksRules::attack44_boxKeysOfLowOrder()
{
    QFETCH(QByteArray, key);
    const auto low = crypto::BoxPublicKey::from(toBytes(std::string_view(key.constData(), static_cast<std::size_t>(key.size()))));
    QVERIFY(low);
    Person victim = person();
    QCOMPARE(take(sync::DeviceAdd{victim.device.verifyKey}, {&m_first}), std::string("taken"));
    victim.box.publicKey = *low;
    QCOMPARE(take(adding(victim, {kLay}), {&m_first}), std::string("endpoint key"));
    sync::EpochStart start = epoch();
    start.circleBox = *low;
    QCOMPARE(take(start, {&m_first}), std::string("epoch key"));
    QCOMPARE(crypto::boxSeal(*low, viewOf("secret")).error().code, ErrorCode::SealBroken);
}

void AttacksRules::attack45_signingKeysThatAreNone_data()
{
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char *name, const char *hex) { QTest::newRow(name) << QByteArray::fromHex(hex); };
    row("order 1", "0100000000000000000000000000000000000000000000000000000000000000");
    row("order 2", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    row("order 4", "0000000000000000000000000000000000000000000000000000000000000000");
    row("order 8", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
    row("not canonical", "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    row("not canonical, no point", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff");
    row("not on the curve", "0200000000000000000000000000000000000000000000000000000000000000");
}

void AttacksRules::attack45_signingKeysThatAreNone()
{
    QFETCH(QByteArray, key);
    const auto bad = crypto::VerifyKey::from(toBytes(std::string_view(key.constData(), static_cast<std::size_t>(key.size()))));
    QVERIFY(bad);
    QCOMPARE(take(sync::DeviceAdd{*bad}, {&m_first}), std::string("device key"));
    Person victim = person();
    QCOMPARE(take(sync::DeviceAdd{victim.device.verifyKey}, {&m_first}), std::string("taken"));
    victim.signing.verifyKey = *bad;
    QCOMPARE(take(adding(victim, {kLay}), {&m_first}), std::string("endpoint key"));
    // Under a key of small order, R = key and S = 0 would "verify" for many messages.
    crypto::Signature easy;
    std::copy(bad->octets.begin(), bad->octets.end(), easy.octets.begin());
    for (std::uint8_t i = 0; i < 64; ++i)
        QVERIFY(!crypto::verify(*bad, crypto::plainHashOf(Bytes{i}), easy));
}

void AttacksRules::attack45_signatureThatIsNotCanonical()
{
    // S + L signs the same under sloppy rules: then one entry would have two encodings and two hashes.
    static constexpr std::uint8_t kOrder[32] = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
                                                0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    const Hash message = crypto::plainHashOf(viewOf("an entry"));
    crypto::Signature signature = crypto::sign(m_first.signing, message);
    QVERIFY(crypto::verify(m_first.signing.verifyKey, message, signature));
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += signature.octets[32 + i] + kOrder[i];
        signature.octets[32 + i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    QCOMPARE(carry, 0u);
    QVERIFY(!crypto::verify(m_first.signing.verifyKey, message, signature));
}

void AttacksRules::attack46_endpointWithANewKey()
{
    // An endpoint's id is the hash of its key, so no other key ever has it; its box and its device belong to the id once.
    sync::EndpointAdd again = adding(m_lay, {kLay});
    again.box = crypto::BoxKeyPair::make(m_random).publicKey;
    QCOMPARE(take(again, {&m_first}), std::string("endpoint exists"));
    Person other = person();
    QCOMPARE(take(sync::DeviceAdd{other.device.verifyKey}, {&m_first}), std::string("taken"));
    QCOMPARE(take(sync::DeviceAdd{other.device.verifyKey}, {&m_first}), std::string("device exists"));
    QVERIFY(other.id() != m_lay.id());
    other.box.publicKey = m_lay.box.publicKey;
    QCOMPARE(take(adding(other, {kLay}), {&m_first}), std::string("endpoint exists"));
    QCOMPARE(take(sync::EndpointRevoke{m_lay.id(), sync::LeaveReason::Lost, {}}, {&m_first}), std::string("taken"));
    QCOMPARE(take(again, {&m_first}), std::string("endpoint exists")); // not even after it left
}

void AttacksRules::attack47_rootIsNeverReplaced()
{
    const crypto::SigningKeyPair another = crypto::SigningKeyPair::make(m_random);
    const sync::RootInit root{m_directory.root().programme, another.verifyKey, m_directory.root().recoveryKey, {}};
    QCOMPARE(take(root, {&m_first, &m_second}), std::string("root entry"));
    QCOMPARE(take(root, {nullptr}), std::string("root entry"));
    // A first entry that is not the pinned root's, or not signed by the key that it names.
    sync::Directory fresh;
    sync::DirectoryEntry entry = fresh.next(root, kNow);
    entry.signAs({}, another);
    const crypto::VerifyKey pinned = m_root.verifyKey;
    QCOMPARE(fresh.append(entry.encoded(), &pinned).error().detail, std::string("another root"));
    sync::DirectoryEntry borrowed = fresh.next(sync::RootInit{root.programme, pinned, root.recoveryKey, {}}, kNow);
    borrowed.signAs({}, another);
    QCOMPARE(fresh.append(borrowed.encoded(), &pinned).error().detail, std::string("root signature"));
    QVERIFY(fresh.empty());
}

QTEST_APPLESS_MAIN(AttacksRules)
#include "tst_attacksrules.moc"
