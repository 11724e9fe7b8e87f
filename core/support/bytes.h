// Octet strings, and the fixed-size identifiers made of them.
// Pure values; no thread rules. Nothing here is secret: keys live in core/crypto/securebytes.h.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ourtable {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

[[nodiscard]] inline ByteView viewOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view textOf(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}
[[nodiscard]] inline Bytes toBytes(ByteView bytes) { return Bytes(bytes.begin(), bytes.end()); }
[[nodiscard]] inline Bytes toBytes(std::string_view text) { return toBytes(viewOf(text)); }
inline void append(Bytes &to, ByteView bytes) { to.insert(to.end(), bytes.begin(), bytes.end()); }
[[nodiscard]] bool equal(ByteView a, ByteView b);

// Lower-case hexadecimal, both ways; decoding refuses odd lengths and anything that is not a hex digit.
[[nodiscard]] std::string toHex(ByteView bytes);
[[nodiscard]] std::optional<Bytes> fromHex(std::string_view hex);

// A fixed number of octets that mean one thing: the tag keeps a record id from being passed as a circle id.
template <class Tag, std::size_t N>
struct FixedBytes {
    static constexpr std::size_t size = N;
    std::array<std::uint8_t, N> octets{};

    [[nodiscard]] ByteView view() const { return {octets.data(), N}; }
    [[nodiscard]] std::string hex() const { return toHex(view()); }
    [[nodiscard]] bool isZero() const
    {
        return std::all_of(octets.begin(), octets.end(), [](std::uint8_t o) { return o == 0; });
    }
    // Nothing when the length differs.
    [[nodiscard]] static std::optional<FixedBytes> from(ByteView bytes)
    {
        if (bytes.size() != N)
            return std::nullopt;
        FixedBytes made;
        std::memcpy(made.octets.data(), bytes.data(), N);
        return made;
    }
    // Nothing when the text is not 2 N hex digits.
    [[nodiscard]] static std::optional<FixedBytes> fromHexText(std::string_view hex)
    {
        const std::optional<Bytes> bytes = fromHex(hex);
        return bytes ? from(*bytes) : std::nullopt;
    }
    auto operator<=>(const FixedBytes &) const = default;
};

// For unordered containers. Identifiers are random or hashes, so their first octets are already well spread.
struct FixedBytesHash {
    template <class Tag, std::size_t N>
    std::size_t operator()(const FixedBytes<Tag, N> &id) const
    {
        static_assert(N >= sizeof(std::size_t));
        std::size_t value = 0;
        std::memcpy(&value, id.octets.data(), sizeof value);
        return value;
    }
};

} // namespace ourtable
