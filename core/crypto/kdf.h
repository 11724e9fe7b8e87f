// Subkeys by crypto_kdf (BLAKE2b) with our context "ourtable". Every use has a number of its own, listed here and nowhere
// else.
#pragma once

#include "core/crypto/securebytes.h"

namespace ourtable::crypto {

// Under an epoch key
enum class EpochSubkey : std::uint64_t { Change = 1, CircleBoxSeed = 2, KeyBag = 3, Bundle = 4 };
// Under a vault master key
enum class VaultSubkey : std::uint64_t { EndpointKeys = 1, Keyring = 2, Snapshot = 3, Drafts = 4 };
// Under the device's secret (store/devicesecret.h)
enum class DeviceSubkey : std::uint64_t { Names = 1 };

[[nodiscard]] SecretKey subkeyOf(KeyView key, EpochSubkey use);
[[nodiscard]] SecretKey subkeyOf(KeyView key, VaultSubkey use);
[[nodiscard]] SecretKey subkeyOf(KeyView key, DeviceSubkey use);

} // namespace ourtable::crypto
