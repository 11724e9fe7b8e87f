#include "core/crypto/hashing.h"
#include "core/crypto/padding.h"
#include "core/sync/bodycodec.h"
#include "core/sync/sealing.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/seededrandom.h"

namespace ourtable::fuzz {
namespace {

using namespace sync;

const Keyring &ring()
{
    static const Keyring kRing = [] {
        test::SeededRandom random;
        Keyring made;
        made.add(EpochKey::make(CircleId{}, 1, random));
        return made;
    }();
    return kRing;
}

const EpochKey &key() { return *ring().find(CircleId{}, 1); }

void body(ByteView octets)
{
    const Result<Body> read = decodeBody(octets);
    if (!read)
        return mustBeOneOf(read, {ErrorCode::Malformed});
    must(equal(encodeBody(*read), octets));
    must(read->writes.size() <= kWritesPerChange);
    test::SeededRandom random;
    const Result<Envelope> sealed = sealUnderEpoch({}, *read, key(), random);
    if (!sealed)
        return mustBeOneOf(sealed, {ErrorCode::TooLarge});
    const Result<Body> opened = openChange(*sealed, ring());
    must(opened && *opened == *read);
}

void packed(ByteView octets)
{
    const Result<Bytes> unpadded = crypto::unpadded(toBytes(octets));
    if (unpadded)
        must(equal(crypto::padded(*unpadded), octets));
    const Result<Bytes> read = unpackBody(toBytes(octets));
    if (!read)
        return mustBeOneOf(read, {ErrorCode::SealBroken, ErrorCode::Unsupported, ErrorCode::TooLarge});
    must(read->size() <= kBodyOctets);
    const Result<Bytes> again = unpackBody(packBody(*read));
    must(again && *again == *read);
}

// Past the padding: the frame is whatever a member with the key likes.
void frame(ByteView octets) { packed(crypto::padded(toBytes(octets))); }

// Sealed rightly, with content of the sender's choice.
void sealed(ByteView octets)
{
    Input input(octets);
    Envelope envelope;
    envelope.suite = input.octet() % 2 == 0 ? Suite::EpochKey : Suite::CircleBox;
    envelope.epoch = 1;
    crypto::KeyView under = key().changeKey();
    static const crypto::SecretKey kFresh;
    if (envelope.suite == Suite::CircleBox) {
        const std::size_t length = input.octet() % 2 == 0 ? crypto::kKeySize : input.octet() % 64;
        envelope.sealedKey = crypto::boxSeal(key().circleBox().publicKey, Bytes(length)).value();
        under = kFresh.view();
    }
    envelope.ciphertext = crypto::seal(under, envelope.nonce, crypto::padded(toBytes(input.rest())), envelope.associatedData());
    envelope.ciphertextHash = crypto::plainHashOf(*envelope.ciphertext);
    const Result<Body> opened = openChange(envelope, ring());
    if (!opened)
        return mustBeOneOf(opened, {ErrorCode::SealBroken, ErrorCode::Unsupported, ErrorCode::TooLarge, ErrorCode::Malformed});
    const Result<Bytes> plain = unpackBody(crypto::padded(toBytes(input.rest())));
    must(plain && encodeBody(*opened) == *plain);
}

constexpr void (*kWays[])(ByteView) = {body, packed, frame, sealed};

} // namespace

// The first octet chooses how deep the rest goes.
void once(ByteView octets)
{
    Input input(octets);
    kWays[input.octet() % std::size(kWays)](input.rest());
}

} // namespace ourtable::fuzz
