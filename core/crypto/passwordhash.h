// Argon2id for PINs and passphrases (security.md 2).
#pragma once

#include <optional>

#include "core/crypto/securebytes.h"
#include "core/support/result.h"

namespace ourtable::crypto {

struct PasswordCost {
    std::uint64_t passes = 3;
    std::uint64_t memoryOctets = 64u << 20;

    // The floor that a stored file may name, and the ceiling; anything else is refused before memory is asked for.
    [[nodiscard]] bool acceptable() const;
    bool operator==(const PasswordCost &) const = default;
};

using Salt = FixedBytes<struct SaltTag, 16>;

// Unsupported for an unacceptable cost, Internal when the memory cannot be had.
[[nodiscard]] Result<SecretKey> stretch(ByteView password, const Salt &salt, const PasswordCost &cost);

} // namespace ourtable::crypto
