#include "core/sync/enrolment.h"

#include "core/crypto/aead.h"
#include "core/crypto/hashing.h"
#include "core/support/cbor.h"
#include "core/support/text.h"
#include "core/sync/twowords.h"

namespace ourtable::sync {
namespace {

constexpr std::size_t kNameOctets = 400;

// The name on one line; InvalidInput or TooLong when it is none.
Result<std::string> nameOf(std::string_view given)
{
    const std::string name = text::isPlainUtf8(given) ? text::cleanOneLine(given) : std::string();
    if (name.empty())
        return Error{ErrorCode::InvalidInput, "name"};
    if (text::lengthOf(name) > kNameCharacters)
        return Error{ErrorCode::TooLong, "name"};
    return name;
}

} // namespace

Hash EnrolmentRequest::macOf(const InviteSecret &secret, const crypto::VerifyKey &rootKey) const
{
    return crypto::keyedHashOf(inviteMacKey(secret).view(), "ourtable.enrolment.v1",
                               {invite.view(), deviceKey.view(), endpointKey.view(), endpointBox.view(), sealedName,
                                rootKey.view()});
}

Hash EnrolmentRequest::proofTranscript() const
{
    return crypto::hashOf("ourtable.enrolment.proof.v1", {invite.view(), token.view(), deviceKey.view(),
                                                          endpointKey.view(), endpointBox.view(), mac.view()});
}

Result<EnrolmentRequest> EnrolmentRequest::make(const InviteSecret &secret, const crypto::VerifyKey &rootKey,
                                                const crypto::SigningKeyPair &device,
                                                const crypto::SigningKeyPair &endpoint, const crypto::BoxPublicKey &box,
                                                std::string_view knownAs, Random &random)
{
    OURTABLE_ASSIGN(const std::string name, nameOf(knownAs));
    EnrolmentRequest made;
    made.invite = inviteIdOf(secret);
    made.token = inviteTokenOf(secret);
    made.deviceKey = device.verifyKey;
    made.endpointKey = endpoint.verifyKey;
    made.endpointBox = box;
    made.sealedName = crypto::sealWithNonce(random, inviteMacKey(secret).view(), viewOf(name), made.invite.view());
    made.mac = made.macOf(secret, rootKey);
    made.deviceProof = crypto::sign(device, made.proofTranscript());
    made.endpointProof = crypto::sign(endpoint, made.proofTranscript());
    return made;
}

bool EnrolmentRequest::proofsHold() const
{
    return crypto::verify(deviceKey, proofTranscript(), deviceProof)
        && crypto::verify(endpointKey, proofTranscript(), endpointProof);
}

Result<void> EnrolmentRequest::verify(const InviteSecret &secret, const crypto::VerifyKey &rootKey) const
{
    const bool good = invite == inviteIdOf(secret) && crypto::sameSecret(mac.view(), macOf(secret, rootKey).view()) && proofsHold();
    return good ? Result<void>() : Error{ErrorCode::SealBroken, "enrolment"};
}

Result<std::string> EnrolmentRequest::knownAs(const InviteSecret &secret) const
{
    OURTABLE_ASSIGN(const Bytes opened, crypto::openWithNonce(inviteMacKey(secret).view(), sealedName, invite.view()));
    const Result<std::string> name = nameOf(textOf(opened));
    return name ? name : Error{ErrorCode::SealBroken, "name"};
}

Bytes EnrolmentRequest::encoded() const
{
    cbor::Writer out;
    out.array(9);
    out.octets(invite.view());
    out.octets(token.view());
    out.octets(deviceKey.view());
    out.octets(endpointKey.view());
    out.octets(endpointBox.view());
    out.octets(sealedName);
    out.octets(mac.view());
    out.octets(deviceProof.view());
    out.octets(endpointProof.view());
    return out.take();
}

Result<EnrolmentRequest> EnrolmentRequest::decode(ByteView octets)
{
    cbor::Reader in(octets);
    EnrolmentRequest read;
    if (in.array() != 9)
        in.fail();
    read.invite = in.id<InviteId>();
    read.token = in.id<Hash>();
    read.deviceKey = in.id<crypto::VerifyKey>();
    read.endpointKey = in.id<crypto::VerifyKey>();
    read.endpointBox = in.id<crypto::BoxPublicKey>();
    read.sealedName = toBytes(in.octets());
    read.mac = in.id<Hash>();
    read.deviceProof = in.id<crypto::Signature>();
    read.endpointProof = in.id<crypto::Signature>();
    if (!in.finished() || read.sealedName.size() > kNameOctets)
        return Error{ErrorCode::Malformed, "enrolment"};
    return read;
}

std::string confirmationWords(const EnrolmentRequest &request)
{
    return twoWordsOf(crypto::hashOf("ourtable.enrolment.words.v1", {request.encoded()}));
}

} // namespace ourtable::sync
