// A new device asks to be let in (security.md 3.1). The coordinator checks the MAC, not the hub; only the coordinator's
// signature in the directory makes the device real.
#pragma once

#include <string>

#include "core/crypto/box.h"
#include "core/sync/invitation.h"

namespace ourtable::sync {

inline constexpr std::size_t kNameCharacters = 80;

struct EnrolmentRequest {
    InviteId invite;
    Hash token;                    // shown to the hub once
    crypto::VerifyKey deviceKey;
    crypto::VerifyKey endpointKey;
    crypto::BoxPublicKey endpointBox;
    Bytes sealedName;              // what the person wants to be called, for the coordinator only
    Hash mac;                      // under the invitation's MAC key: the hub cannot swap the keys
    crypto::Signature deviceProof; // possession of both signing keys
    crypto::Signature endpointProof;

    // InvalidInput or TooLong (detail "name") for a name that knownAs would refuse.
    [[nodiscard]] static Result<EnrolmentRequest> make(const InviteSecret &secret, const crypto::VerifyKey &rootKey,
                                                       const crypto::SigningKeyPair &device,
                                                       const crypto::SigningKeyPair &endpoint,
                                                       const crypto::BoxPublicKey &box, std::string_view knownAs,
                                                       Random &random);
    // What the hub can check: that the sender holds the keys.
    [[nodiscard]] bool proofsHold() const;
    // What the coordinator checks. SealBroken when keys or root are not those the invited person's device meant.
    [[nodiscard]] Result<void> verify(const InviteSecret &secret, const crypto::VerifyKey &rootKey) const;
    // The name, for the coordinator: one line that a Person's record takes (kNameCharacters), with nothing in it that could
    // disguise it. SealBroken for anything else too: an honest device makes none.
    [[nodiscard]] Result<std::string> knownAs(const InviteSecret &secret) const;

    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<EnrolmentRequest> decode(ByteView octets);

private:
    [[nodiscard]] Hash macOf(const InviteSecret &secret, const crypto::VerifyKey &rootKey) const;
    [[nodiscard]] Hash proofTranscript() const;
};

// Two words that both screens show, "BLUE-OTTER": people compare them before the coordinator confirms.
[[nodiscard]] std::string confirmationWords(const EnrolmentRequest &request);

} // namespace ourtable::sync
