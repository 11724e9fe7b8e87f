#include "core/crypto/aead.h"
#include "core/support/text.h"
#include "core/sync/wireadmin.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/seededrandom.h"

namespace ourtable::fuzz {
namespace {

using namespace sync;

void enrolment(ByteView octets)
{
    roundTrip<EnrolmentRequest>(octets);
    const Result<EnrolmentRequest> read = EnrolmentRequest::decode(octets);
    if (!read)
        return;
    (void)read->proofsHold();
    must(!read->verify(InviteSecret{}, crypto::VerifyKey{}));
    must(!confirmationWords(*read).empty());
}

// Whatever an invited person's device seals as a name: what the coordinator reads is fit to be shown and kept.
void name(ByteView octets)
{
    test::SeededRandom random;
    static const crypto::SigningKeyPair kDevice = crypto::SigningKeyPair::make(random);
    static const crypto::SigningKeyPair kEndpoint = crypto::SigningKeyPair::make(random);
    static const crypto::BoxKeyPair kBox = crypto::BoxKeyPair::make(random);
    const InviteSecret secret{};
    const auto made = EnrolmentRequest::make(secret, kDevice.verifyKey, kDevice, kEndpoint, kBox.publicKey, textOf(octets), random);
    if (!made)
        mustBeOneOf(made, {ErrorCode::InvalidInput, ErrorCode::TooLong});
    else
        must(made->verify(secret, kDevice.verifyKey).ok());
    EnrolmentRequest hostile;
    hostile.sealedName = crypto::sealWithNonce(random, inviteMacKey(secret).view(), octets, hostile.invite.view());
    const Result<std::string> known = hostile.knownAs(secret);
    must(known.ok() == made.ok());
    if (known)
        must(!known->empty() && text::cleanOneLine(*known) == *known && text::lengthOf(*known) <= kNameCharacters);
}

constexpr void (*kMessages[])(ByteView) = {
    roundTrip<SessionRequest>, roundTrip<SessionAnswer>, roundTrip<DirectoryAnswer>, roundTrip<DirectoryAppend>, roundTrip<KeysAnswer>,
    roundTrip<FoundRequest>, roundTrip<InvitePost>, roundTrip<InviteInfo>, roundTrip<EnrolmentsAnswer>, enrolment, name,
};

} // namespace

// The first octet chooses the message.
void once(ByteView octets)
{
    Input input(octets);
    kMessages[input.octet() % std::size(kMessages)](input.rest());
}

} // namespace ourtable::fuzz
