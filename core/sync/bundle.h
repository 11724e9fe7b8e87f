// A locked copy of changes in one file, for a memory stick (PROTOCOL.md 9): sealed for everybody who holds the key of the
// circle that the whole programme reads. Pure: octets in and out; no name of a file is in it, and none is read from it.
//
// What comes out of a file that opens was written by somebody of the programme, and still nobody's word is taken for it: see
// verifyCarried().
#pragma once

#include "core/sync/carried.h"
#include "core/sync/circlekeys.h"

namespace ourtable::sync {

inline constexpr std::size_t kBundleOctets = std::size_t{64} << 20;  // a whole file at most
inline constexpr std::size_t kBundleRecord = std::size_t{1} << 20;   // one record in it
inline constexpr std::int64_t kBundleLife = std::int64_t{90} * 24 * 3600 * 1000; // sync.md 6: as old an epoch is still taken

struct Bundle {
    std::int64_t madeAt = 0;         // milliseconds since 1970, by the maker's clock
    std::int64_t expires = 0;        // not read after this
    std::vector<Bytes> directory;    // its entries, from the first on
    std::vector<PullAnswer> circles; // one set a circle, each circle once
};

// Which key opens it: readable by everybody.
struct BundleLabel {
    CircleId circle;
    std::uint32_t epoch = 0;
};

// Malformed: no bundle at all. TooLarge. Unsupported: of a newer version.
[[nodiscard]] Result<BundleLabel> bundleLabel(ByteView octets);
// TooLarge when all of it would be past the limit.
[[nodiscard]] Result<Bytes> sealBundle(const Bundle &bundle, const EpochKey &key);
// Every octet is checked before anything is given. SealBroken: altered, cut off, or another key. Malformed, TooLarge,
// Unsupported: sealed rightly around what is no bundle.
[[nodiscard]] Result<Bundle> openBundle(ByteView octets, const EpochKey &key);

} // namespace ourtable::sync
