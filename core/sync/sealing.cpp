#include "core/sync/sealing.h"

#include "core/crypto/hashing.h"
#include "core/sync/bodycodec.h"

namespace ourtable::sync {
namespace {

Result<Envelope> closed(Envelope head, const Body &body, crypto::KeyView key)
{
    const crypto::SecretBytes packed(packBody(encodeBody(body)));
    head.ciphertext = crypto::seal(key, head.nonce, packed.view(), head.associatedData());
    head.ciphertextHash = crypto::plainHashOf(*head.ciphertext);
    if (head.octets() > kChangeOctets)
        return Error{ErrorCode::TooLarge, "change"};
    return head;
}

} // namespace

Result<Envelope> sealUnderEpoch(Envelope head, const Body &body, const EpochKey &key, Random &random)
{
    head.suite = Suite::EpochKey;
    head.epoch = key.epoch();
    head.sealedKey.clear();
    head.nonce = random.make<crypto::Nonce>();
    return closed(std::move(head), body, key.changeKey());
}

Result<Envelope> sealToCircle(Envelope head, const Body &body, const crypto::BoxPublicKey &circleBox, Random &random)
{
    crypto::SecretKey fresh;
    random.fill(fresh.writable());
    head.suite = Suite::CircleBox;
    OURTABLE_ASSIGN(head.sealedKey, crypto::boxSeal(circleBox, fresh.view()));
    head.nonce = random.make<crypto::Nonce>();
    return closed(std::move(head), body, fresh.view());
}

Result<Body> openChange(const Envelope &envelope, const Keyring &ring)
{
    if (!envelope.ciphertext)
        return ErrorCode::Erased;
    const EpochKey *key = ring.find(envelope.circle, envelope.epoch);
    if (!key)
        return ErrorCode::NoKey;
    const Bytes associated = envelope.associatedData();
    crypto::SecretBytes boxed;
    crypto::KeyView bodyKey = key->changeKey();
    if (envelope.suite == Suite::CircleBox) {
        OURTABLE_ASSIGN(Bytes opened, crypto::boxOpen(key->circleBox(), envelope.sealedKey));
        boxed = crypto::SecretBytes(std::move(opened));
        if (boxed.view().size() != crypto::kKeySize)
            return ErrorCode::SealBroken;
        bodyKey = boxed.view().first<crypto::kKeySize>();
    }
    OURTABLE_ASSIGN(Bytes packed, crypto::open(bodyKey, envelope.nonce, *envelope.ciphertext, associated));
    OURTABLE_ASSIGN(const Bytes body, unpackBody(std::move(packed)));
    return decodeBody(body);
}

} // namespace ourtable::sync
