// BLAKE2b-256 over transcripts (security.md 4.2): a domain string, then each field as LE64 length and octets, so that two
// different lists of fields never hash alike.
#pragma once

#include <initializer_list>
#include <string_view>

#include "core/crypto/securebytes.h"
#include "core/support/ids.h"

namespace ourtable::crypto {

// domain is one of ours: "ourtable.<purpose>.v1".
[[nodiscard]] Hash hashOf(std::string_view domain, std::initializer_list<ByteView> fields);
// The same under a key: a MAC, or a commitment to the key.
[[nodiscard]] Hash keyedHashOf(KeyView key, std::string_view domain, std::initializer_list<ByteView> fields);

// The plain hash of some octets without domain, for ciphertext hashes only.
[[nodiscard]] Hash plainHashOf(ByteView octets);

// An integer as a field: eight octets, little-endian.
[[nodiscard]] std::array<std::uint8_t, 8> le64(std::uint64_t value);

// The first octets of a hash, as a shorter identifier.
template <class Id>
[[nodiscard]] Id shortened(const Hash &hash)
{
    static_assert(Id::size <= Hash::size);
    return *Id::from(hash.view().first(Id::size));
}

} // namespace ourtable::crypto
