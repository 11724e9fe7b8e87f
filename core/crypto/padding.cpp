#include "core/crypto/padding.h"

#include <bit>

namespace ourtable::crypto {
namespace {

constexpr std::uint8_t kMarker = 0x80;

} // namespace

std::size_t padmeLength(std::size_t length)
{
    if (length < 2)
        return length;
    const int exponent = std::bit_width(length) - 1;
    const int mantissa = std::bit_width(static_cast<unsigned>(exponent));
    const int zeroBits = exponent - mantissa;
    if (zeroBits <= 0)
        return length;
    const std::size_t mask = (std::size_t{1} << zeroBits) - 1;
    return (length + mask) & ~mask;
}

Bytes padded(Bytes content)
{
    const std::size_t end = content.size();
    content.resize(padmeLength(end + 1), 0);
    content[end] = kMarker;
    return content;
}

Result<Bytes> unpadded(Bytes content)
{
    const std::size_t whole = content.size();
    std::size_t length = whole;
    while (length > 0 && content[length - 1] == 0)
        --length;
    if (length == 0 || content[length - 1] != kMarker || padmeLength(length) != whole)
        return ErrorCode::SealBroken;
    content.resize(length - 1);
    return content;
}

} // namespace ourtable::crypto
