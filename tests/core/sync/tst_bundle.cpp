// The file of a locked copy (PROTOCOL.md 9): what opens is what was sealed, and whatever is sealed wrongly inside is refused,
// also by somebody who has the key (security.md 8, attack 124).
#include <QTest>

#include "core/crypto/hashing.h"
#include "core/crypto/kdf.h"
#include "core/crypto/sealedstream.h"
#include "core/sync/bundle.h"
#include "core/sync/sealing.h"
#include "core/sync/wireadmin.h"
#include "tests/support/smalldirectory.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::sync;
using namespace ourtable::test;

namespace {

const EpochKey &theKey()
{
    static SeededRandom random(7);
    static const EpochKey key = EpochKey::make(SmallDirectory::circleOf(1), 1, random);
    return key;
}

// Changes of the coordinator, sealed.
PullAnswer changes(int count, std::size_t words = 100, const CircleId &circle = SmallDirectory::circleOf(1))
{
    SeededRandom random(static_cast<std::uint64_t>(count));
    const Person &author = smallDirectory().people().front();
    PullAnswer set;
    set.circle = circle;
    set.certificates = {author.certificate};
    Envelope next;
    next.circle = circle;
    next.replica = author.certificate.replica();
    next.epoch = 1;
    next.membershipHead = smallDirectory().directory().membershipHead();
    RunBuilder builder;
    for (int i = 0; i < count; ++i) {
        next.previous = next.seq == 0 ? Hash{} : next.hash();
        ++next.seq;
        next.record = random.make<RecordId>();
        next.nonce = random.make<crypto::Nonce>();
        next.ciphertext = Bytes(words);
        random.fill(*next.ciphertext);
        next.ciphertextHash = crypto::plainHashOf(*next.ciphertext);
        builder.add(next);
    }
    set.runs = builder.take();
    set.seals = {Seal::make(circle, next.replica, next.seq, next.hash(), next.membershipHead, author.keys)};
    return set;
}

Bundle aBundle()
{
    Bundle bundle;
    bundle.madeAt = 1'795'336'200'000;
    bundle.expires = bundle.madeAt + kBundleLife;
    bundle.directory = smallDirectory().entries();
    bundle.circles = {changes(5), changes(3, 100, SmallDirectory::circleOf(2))};
    return bundle;
}

// What somebody with the key could seal instead.
Bytes sealedAround(ByteView plain)
{
    const crypto::SecretKey secret = crypto::subkeyOf(theKey().key(), crypto::EpochSubkey::Bundle);
    crypto::StreamSealer sealer(secret.view());
    Bytes out = sealBundle(aBundle(), theKey()).value();
    out.resize(8 + 1 + 16 + 4); // what stands before the stream
    const Bytes label = out;
    append(out, sealer.header());
    Bytes sealed(plain.size() + crypto::kStreamOverhead);
    sealer.seal(plain, label, true, sealed.data());
    append(out, sealed);
    return out;
}

Bytes record(std::uint8_t type, ByteView body, std::optional<std::uint32_t> claimed = {})
{
    Bytes made{type};
    const std::uint32_t length = claimed.value_or(static_cast<std::uint32_t>(body.size()));
    for (int shift = 0; shift < 32; shift += 8)
        made.push_back(static_cast<std::uint8_t>(length >> shift));
    append(made, body);
    return made;
}

Bytes manifest(std::int64_t madeAt = 1'000, std::int64_t expires = 2'000) { return record(1, cbor::encode(ValueArray{madeAt, expires})); }

Bytes joined(std::initializer_list<Bytes> parts)
{
    Bytes whole;
    for (const Bytes &part : parts)
        append(whole, part);
    return whole;
}

ErrorCode refusalOf(std::initializer_list<Bytes> records)
{
    const auto opened = openBundle(sealedAround(joined(records)), theKey());
    return opened ? ErrorCode::Internal : opened.error().code;
}

} // namespace

class tst_bundle : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::start()); }
    void whatOpensIsWhatWasSealed();
    void manyChunksAndPages();
    void moreThanTheLimitIsNotSealed();
    void anotherKeyDoesNotOpenIt();
    void attack124_wrongInsideIsRefused();
    void attack124_changesThatNobodySealedAreRefused();
};

void tst_bundle::whatOpensIsWhatWasSealed()
{
    const Bundle meant = aBundle();
    const Result<Bytes> sealed = sealBundle(meant, theKey());
    VERIFY_GOOD(sealed);
    const auto label = bundleLabel(*sealed);
    VERIFY_GOOD(label);
    QVERIFY(label->circle == theKey().circle() && label->epoch == 1);
    const auto opened = openBundle(*sealed, theKey());
    VERIFY_GOOD(opened);
    QCOMPARE(opened->madeAt, meant.madeAt);
    QCOMPARE(opened->expires, meant.expires);
    QVERIFY(opened->directory == meant.directory);
    QCOMPARE(opened->circles.size(), meant.circles.size());
    for (std::size_t i = 0; i < meant.circles.size(); ++i) {
        QVERIFY(opened->circles[i].encoded() == meant.circles[i].encoded());
        VERIFY_GOOD(verifyCarried(opened->circles[i], smallDirectory().directory()));
    }
    VERIFY_GOOD(openBundle(sealedAround(joined({manifest()})), theKey()));
}

void tst_bundle::manyChunksAndPages()
{
    Bundle large = aBundle();
    large.circles = {changes(40, 60'000)}; // over two mebibytes
    const Result<Bytes> sealed = sealBundle(large, theKey());
    VERIFY_GOOD(sealed);
    const auto opened = openBundle(*sealed, theKey());
    VERIFY_GOOD(opened);
    VERIFY_GOOD(verifyCarried(opened->circles.front(), smallDirectory().directory()));
    std::size_t items = 0;
    for (const Run &run : opened->circles.front().runs)
        items += run.items.size();
    QCOMPARE(items, std::size_t{40});
    // A whole chunk less, and the end is missing.
    const std::size_t chunk = crypto::kStreamChunk + crypto::kStreamOverhead;
    const std::size_t before = 29 + crypto::kStreamHeader;
    QCOMPARE(openBundle(ByteView(*sealed).first(before + 3 * chunk), theKey()).error().code, ErrorCode::SealBroken);
    // Two chunks the other way round.
    Bytes turned = *sealed;
    std::swap_ranges(turned.begin() + static_cast<std::ptrdiff_t>(before), turned.begin() + static_cast<std::ptrdiff_t>(before + chunk),
                     turned.begin() + static_cast<std::ptrdiff_t>(before + chunk));
    QCOMPARE(openBundle(turned, theKey()).error().code, ErrorCode::SealBroken);
}

void tst_bundle::moreThanTheLimitIsNotSealed()
{
    Bundle large = aBundle();
    large.directory.assign(70, Bytes(1'000'000));
    QCOMPARE(sealBundle(large, theKey()).error().code, ErrorCode::TooLarge);
}

void tst_bundle::anotherKeyDoesNotOpenIt()
{
    SeededRandom random(8);
    const Bytes sealed = sealBundle(aBundle(), theKey()).value();
    QCOMPARE(openBundle(sealed, EpochKey::make(theKey().circle(), 1, random)).error().code, ErrorCode::SealBroken);
    QCOMPARE(openBundle(sealed, EpochKey::make(theKey().circle(), 2, random)).error().code, ErrorCode::SealBroken);
}

void tst_bundle::attack124_wrongInsideIsRefused()
{
    const Bytes set = changes(2).encoded();
    const Bytes other = changes(2, 100, SmallDirectory::circleOf(2)).encoded();
    QCOMPARE(refusalOf({}), ErrorCode::Malformed);
    QCOMPARE(refusalOf({record(3, set)}), ErrorCode::Malformed); // no manifest first
    QCOMPARE(refusalOf({manifest(), manifest()}), ErrorCode::Malformed);
    QCOMPARE(refusalOf({manifest(2'000, 1'000)}), ErrorCode::Malformed);
    QCOMPARE(refusalOf({manifest(0, kBundleLife + 1)}), ErrorCode::Malformed);
    QCOMPARE(refusalOf({manifest(-1, 1'000)}), ErrorCode::Malformed);
    QCOMPARE(refusalOf({manifest(), record(4, {})}), ErrorCode::Unsupported);
    QCOMPARE(refusalOf({manifest(), record(3, set, 0xffffffff)}), ErrorCode::TooLarge);
    QCOMPARE(refusalOf({manifest(), record(3, set, static_cast<std::uint32_t>(set.size() + 1))}), ErrorCode::Malformed);
    QCOMPARE(refusalOf({manifest(), record(3, set, static_cast<std::uint32_t>(set.size() - 1))}), ErrorCode::Malformed);
    QCOMPARE(refusalOf({manifest(), Bytes{3, 0, 0}}), ErrorCode::Malformed);
    QCOMPARE(refusalOf({manifest(), record(3, set), record(2, DirectoryAnswer{}.encoded())}), ErrorCode::Malformed);
    QCOMPARE(refusalOf({manifest(), record(3, set), record(3, other), record(3, set)}), ErrorCode::Malformed);
    PullAnswer cursor = changes(2);
    cursor.next = 9;
    QCOMPARE(refusalOf({manifest(), record(3, cursor.encoded())}), ErrorCode::Malformed);
}

void tst_bundle::attack124_changesThatNobodySealedAreRefused()
{
    const Directory &directory = smallDirectory().directory();
    const PullAnswer good = changes(3);
    VERIFY_GOOD(verifyCarried(good, directory));
    const auto codeOf = [&](const std::function<void(PullAnswer &)> &alter) {
        PullAnswer altered = good;
        alter(altered);
        const auto verified = verifyCarried(altered, directory);
        return verified ? ErrorCode::Internal : verified.error().code;
    };
    QCOMPARE(codeOf([](PullAnswer &set) { set.seals.clear(); }), ErrorCode::SealBroken);
    QCOMPARE(codeOf([](PullAnswer &set) { set.certificates.clear(); }), ErrorCode::SealBroken);
    QCOMPARE(codeOf([](PullAnswer &set) { set.seals.front().signature.octets[0] ^= 1; }), ErrorCode::SealBroken);
    QCOMPARE(codeOf([](PullAnswer &set) { set.certificates.front().signature.octets[0] ^= 1; }), ErrorCode::SealBroken);
    QCOMPARE(codeOf([](PullAnswer &set) { set.runs.front().items[1].record.octets[0] ^= 1; }), ErrorCode::SealBroken);
    QCOMPARE(codeOf([](PullAnswer &set) { set.runs.front().items.pop_back(); }), ErrorCode::SealBroken);
    QCOMPARE(codeOf([](PullAnswer &set) { set.runs.front().circle = SmallDirectory::circleOf(2); }), ErrorCode::Malformed);
    QCOMPARE(codeOf([](PullAnswer &set) { set.runs.front().epoch = 0; }), ErrorCode::Malformed);
    QCOMPARE(codeOf([](PullAnswer &set) { set.circle.octets.fill(0xee); }), ErrorCode::NotFound);
    // Under another member's seal, in which everything holds but what it is over.
    const Person &other = smallDirectory().people()[1];
    QCOMPARE(codeOf([&](PullAnswer &set) {
                 const Seal mine = set.seals.front();
                 set.certificates.push_back(other.certificate);
                 set.seals = {Seal::make(set.circle, other.certificate.replica(), mine.seq, mine.head, mine.membershipHead, other.keys)};
             }),
             ErrorCode::SealBroken);
}

QTEST_APPLESS_MAIN(tst_bundle)
#include "tst_bundle.moc"
