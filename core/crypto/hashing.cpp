#include "core/crypto/hashing.h"

#include <sodium.h>

namespace ourtable::crypto {
namespace {

Hash transcript(ByteView key, std::string_view domain, std::initializer_list<ByteView> fields)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.empty() ? nullptr : key.data(), key.size(), Hash::size);
    const auto add = [&state](ByteView field) {
        const std::array<std::uint8_t, 8> length = le64(field.size());
        crypto_generichash_update(&state, length.data(), length.size());
        crypto_generichash_update(&state, field.data(), field.size());
    };
    add(viewOf(domain));
    for (const ByteView field : fields)
        add(field);
    Hash hash;
    crypto_generichash_final(&state, hash.octets.data(), Hash::size);
    return hash;
}

} // namespace

Hash hashOf(std::string_view domain, std::initializer_list<ByteView> fields) { return transcript({}, domain, fields); }

Hash keyedHashOf(KeyView key, std::string_view domain, std::initializer_list<ByteView> fields)
{
    return transcript(key, domain, fields);
}

Hash plainHashOf(ByteView octets)
{
    Hash hash;
    crypto_generichash(hash.octets.data(), Hash::size, octets.data(), octets.size(), nullptr, 0);
    return hash;
}

std::array<std::uint8_t, 8> le64(std::uint64_t value)
{
    std::array<std::uint8_t, 8> octets{};
    for (std::size_t i = 0; i < octets.size(); ++i)
        octets[i] = static_cast<std::uint8_t>(value >> (8 * i));
    return octets;
}

} // namespace ourtable::crypto
