#include "core/sync/envelope.h"

#include "core/crypto/hashing.h"

namespace ourtable::sync {

Bytes Envelope::associatedData() const
{
    cbor::Writer out;
    out.array(12);
    out.integer(kEnvelopeVersion);
    out.integer(static_cast<std::int64_t>(suite));
    out.octets(circle.view());
    out.octets(replica.view());
    out.integer(static_cast<std::int64_t>(seq));
    out.octets(previous.view());
    out.integer(static_cast<std::int64_t>(kind));
    out.octets(record.view());
    out.integer(epoch);
    out.octets(membershipHead.view());
    out.octets(nonce.view());
    out.octets(sealedKey);
    return out.take();
}

Hash Envelope::hash() const
{
    const Bytes associated = associatedData();
    return crypto::hashOf("ourtable.change.v1", {associated, ciphertextHash.view()});
}

bool Envelope::wellFormed() const
{
    if (suite != Suite::EpochKey && suite != Suite::CircleBox)
        return false;
    if (kind != ChangeKind::Data && kind != ChangeKind::Erase)
        return false;
    if (sealedKey.size() != (suite == Suite::CircleBox ? kSealedKeyOctets : 0) || seq == 0 || epoch == 0)
        return false;
    if ((seq == 1) != previous.isZero() || octets() > kChangeOctets)
        return false;
    if (!ciphertext)
        return true;
    return ciphertext->size() > crypto::kTagSize && crypto::plainHashOf(*ciphertext) == ciphertextHash;
}

std::size_t Envelope::octets() const
{
    static constexpr std::size_t kHeadOctets = 170;
    return kHeadOctets + sealedKey.size() + (ciphertext ? ciphertext->size() : 0);
}

ValueId valueIdOf(const Hash &change, std::size_t writeIndex)
{
    return crypto::shortened<ValueId>(
        crypto::hashOf("ourtable.value.v1", {change.view(), crypto::le64(writeIndex)}));
}

} // namespace ourtable::sync
