#include "core/support/base45.h"

namespace ourtable::base45 {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

} // namespace

std::string encode(ByteView octets)
{
    std::string text;
    for (std::size_t i = 0; i < octets.size(); i += 2) {
        const bool pair = i + 1 < octets.size();
        unsigned value = pair ? octets[i] * 256u + octets[i + 1] : octets[i];
        for (int digits = pair ? 3 : 2; digits > 0; --digits) {
            text.push_back(kAlphabet[value % 45]);
            value /= 45;
        }
    }
    return text;
}

std::optional<Bytes> decode(std::string_view text)
{
    if (text.size() % 3 == 1)
        return std::nullopt;
    Bytes octets;
    for (std::size_t i = 0; i < text.size(); i += 3) {
        const std::size_t digits = std::min<std::size_t>(3, text.size() - i);
        unsigned value = 0;
        for (std::size_t k = digits; k > 0; --k) {
            const std::size_t digit = kAlphabet.find(text[i + k - 1]);
            if (digit == std::string_view::npos)
                return std::nullopt;
            value = value * 45 + static_cast<unsigned>(digit);
        }
        if (value > (digits == 3 ? 0xffffu : 0xffu))
            return std::nullopt;
        if (digits == 3)
            octets.push_back(static_cast<std::uint8_t>(value >> 8));
        octets.push_back(static_cast<std::uint8_t>(value));
    }
    return octets;
}

} // namespace ourtable::base45
