#include "core/crypto/aead.h"
#include "core/sync/circlekeys.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/seededrandom.h"

namespace ourtable::fuzz {
namespace {

using namespace sync;

constexpr std::uint32_t kNewest = 4;

// Epochs 1 to 4 of one circle, and a reader.
struct World {
    test::SeededRandom random;
    Keyring ring;
    std::map<std::uint32_t, Hash> commitments;
    crypto::BoxKeyPair mine = crypto::BoxKeyPair::make(random);

    World()
    {
        for (std::uint32_t epoch = 1; epoch <= kNewest; ++epoch) {
            EpochKey key = EpochKey::make({}, epoch, random);
            commitments[epoch] = key.commitment();
            ring.add(std::move(key));
        }
    }
};

World &world()
{
    static World theWorld;
    return theWorld;
}

const EpochKey &newest() { return *world().ring.newest({}); }

Bytes binding(std::uint32_t epoch)
{
    Bytes bound(CircleId::size);
    for (int shift = 0; shift < 64; shift += 8)
        bound.push_back(static_cast<std::uint8_t>(std::uint64_t{epoch} >> shift));
    return bound;
}

void keyring(ByteView octets)
{
    const Result<Keyring> read = Keyring::fromSerialised(octets);
    if (read)
        must(equal(read->serialised().view(), octets));
    else
        mustBeOneOf(read, {ErrorCode::Malformed});
}

void bagHolds(ByteView bag)
{
    Keyring mine;
    const Result<std::size_t> added = mine.openBag(newest(), bag, world().commitments);
    if (!added) {
        must(mine.empty());
        return mustBeOneOf(added, {ErrorCode::SealBroken});
    }
    must(*added == mine.size() && mine.size() <= kNewest);
    for (const auto &[epoch, commitment] : world().commitments)
        if (const EpochKey *key = mine.find({}, epoch))
            must(key->commitment() == commitment);
}

// Sealed rightly by somebody who holds the newest key, with content of their choice.
void sealedBag(ByteView octets)
{
    bagHolds(crypto::sealWithNonce(world().random, crypto::subkeyOf(newest().key(), crypto::EpochSubkey::KeyBag).view(), octets,
                                   binding(kNewest)));
}

void packageHolds(ByteView package)
{
    const Result<EpochKey> key = openPackage(package, {}, kNewest, newest().commitment(), {}, world().mine);
    if (!key)
        return mustBeOneOf(key, {ErrorCode::SealBroken});
    must(key->commitment() == newest().commitment() && key->epoch() == kNewest);
}

void sealedPackage(ByteView octets) { packageHolds(crypto::boxSeal(world().mine.publicKey, octets).value()); }

// The true key in front: what comes after it is all that may differ.
void truePackage(ByteView octets)
{
    Bytes plain = toBytes(newest().key());
    append(plain, octets);
    sealedPackage(plain);
}

constexpr void (*kWays[])(ByteView) = {keyring, bagHolds, sealedBag, packageHolds, sealedPackage, truePackage};

} // namespace

// The first octet chooses what the rest is.
void once(ByteView octets)
{
    Input input(octets);
    kWays[input.octet() % std::size(kWays)](input.rest());
}

} // namespace ourtable::fuzz
