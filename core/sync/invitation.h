// Invitations and founding tickets: what is handed over outside the hub, as a text for a file or a QR code, or as an
// address and a typed code (PROTOCOL.md 7; design README 8, Founding and Joining by typing).
#pragma once

#include <string>
#include <string_view>

#include "core/crypto/securebytes.h"
#include "core/crypto/signing.h"
#include "core/support/ids.h"
#include "core/support/result.h"

namespace ourtable::sync {

using InviteSecret = FixedBytes<struct InviteSecretTag, 16>;

// "host:port", ASCII letters, digits, dots, dashes (or an IPv6 address in brackets); the scheme is always https. Nothing
// with a user, a path, another scheme or look-alike letters gets through (attack 91).
[[nodiscard]] bool isHubAddress(std::string_view address);

struct Invitation {
    enum class Kind : std::uint8_t { Founding = 1, Person = 2 };
    Kind kind = Kind::Person;
    std::string address;
    Hash caPin;                 // of the hub's certificate authority
    crypto::VerifyKey rootKey;  // Person only
    InviteSecret secret;
    std::int64_t expires = 0;   // milliseconds since 1970

    // "OT1:" and base 45 of the CBOR.
    [[nodiscard]] std::string text() const;
    // Malformed for anything else, longer than 4 kB, extra members or another version.
    [[nodiscard]] static Result<Invitation> fromText(std::string_view text);
    // The secret for typing.
    [[nodiscard]] std::string typedCode() const;
};

// What follows from the secret. The hub sees the id and, once, the token; never the secret or the keys.
[[nodiscard]] InviteId inviteIdOf(const InviteSecret &secret);
[[nodiscard]] Hash inviteTokenOf(const InviteSecret &secret);
[[nodiscard]] Hash inviteTokenHash(const Hash &token); // what the hub keeps
[[nodiscard]] crypto::SecretKey inviteMacKey(const InviteSecret &secret);

// For people who type: vouches for the address, the hub's CA and the root, under the secret. The coordinator posts it
// with the invitation; the device checks it before it trusts any of the three.
[[nodiscard]] Hash inviteVoucher(const InviteSecret &secret, std::string_view address, const Hash &caPin,
                                 const crypto::VerifyKey &rootKey);

} // namespace ourtable::sync
