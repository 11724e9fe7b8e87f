#include "core/crypto/securebytes.h"

#include <new>
#include <sodium.h>

#include "core/crypto/selftest.h"

namespace ourtable::crypto {

bool start()
{
    static const bool good = sodium_init() >= 0 && selfTestHolds();
    return good;
}

template <std::size_t N>
SecretArray<N>::SecretArray() : m_octets(start() ? static_cast<std::uint8_t *>(sodium_malloc(N)) : nullptr)
{
    if (!m_octets)
        throw std::bad_alloc();
    sodium_memzero(m_octets, N);
}

template <std::size_t N>
SecretArray<N>::SecretArray(std::span<const std::uint8_t, N> octets) : SecretArray()
{
    std::memcpy(m_octets, octets.data(), N);
}

template <std::size_t N>
SecretArray<N>::~SecretArray()
{
    if (m_octets)
        sodium_free(m_octets); // wipes before it frees
}

template class SecretArray<32>;
template class SecretArray<64>;

SecretBytes::~SecretBytes() { wipe(m_octets); }

bool sameSecret(ByteView a, ByteView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

void wipe(std::span<std::uint8_t> octets)
{
    if (!octets.empty())
        sodium_memzero(octets.data(), octets.size());
}

} // namespace ourtable::crypto
