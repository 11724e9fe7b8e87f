// Memory for keys: guarded, locked where the system allows it, wiped when it goes (security.md 2).
#pragma once

#include <cstdint>
#include <span>

#include "core/support/bytes.h"

namespace ourtable::crypto {

inline constexpr std::size_t kKeySize = 32;
using KeyView = std::span<const std::uint8_t, kKeySize>;

// Starts the crypto library and runs its self-test; call before anything else of this folder. Thread-safe, may be called
// often. False means that the machine computes wrongly: nothing may be sealed or opened then.
[[nodiscard]] bool start();

// A secret of fixed size that lives as long as this object. Move-only; a moved-from one is empty and must not be read.
template <std::size_t N>
class SecretArray {
public:
    SecretArray();
    explicit SecretArray(std::span<const std::uint8_t, N> octets);
    ~SecretArray();
    SecretArray(SecretArray &&other) noexcept : m_octets(other.m_octets) { other.m_octets = nullptr; }
    SecretArray &operator=(SecretArray &&other) noexcept
    {
        std::swap(m_octets, other.m_octets);
        return *this;
    }
    SecretArray(const SecretArray &) = delete;
    SecretArray &operator=(const SecretArray &) = delete;

    [[nodiscard]] SecretArray copy() const { return SecretArray(view()); }
    [[nodiscard]] std::span<const std::uint8_t, N> view() const { return std::span<const std::uint8_t, N>(m_octets, N); }
    [[nodiscard]] std::span<std::uint8_t, N> writable() { return std::span<std::uint8_t, N>(m_octets, N); }
    [[nodiscard]] bool empty() const { return m_octets == nullptr; }

private:
    std::uint8_t *m_octets;
};

using SecretKey = SecretArray<32>;     // symmetric key, X25519 secret key, seed
using SigningSecret = SecretArray<64>; // Ed25519 secret key as libsodium keeps it

// Octets that hold a secret for the length of a scope, wiped at its end. For what is built and taken apart on the way to
// and from sealed files.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(Bytes octets) : m_octets(std::move(octets)) {}
    ~SecretBytes();
    SecretBytes(SecretBytes &&other) noexcept = default;
    SecretBytes &operator=(SecretBytes &&other) noexcept
    {
        m_octets.swap(other.m_octets);
        return *this;
    }
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    [[nodiscard]] ByteView view() const { return m_octets; }
    [[nodiscard]] Bytes &octets() { return m_octets; }

private:
    Bytes m_octets;
};

// Constant-time comparison; false when the lengths differ.
[[nodiscard]] bool sameSecret(ByteView a, ByteView b);

// Wipes memory in a way that the compiler may not leave out.
void wipe(std::span<std::uint8_t> octets);

} // namespace ourtable::crypto
