#include "core/support/crockford.h"

namespace ourtable::crockford {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kOctets = 16;
constexpr std::size_t kCharacters = 26;

// Two bits that change with any single wrong digit group: a weighted sum of the octets modulo 3, so 1 in 3 slips of a
// finger pass here; the secret itself is what the hub checks.
std::uint8_t checkOf(ByteView octets)
{
    unsigned sum = 0;
    for (std::size_t i = 0; i < octets.size(); ++i)
        sum += (i % 2 + 1) * octets[i];
    return static_cast<std::uint8_t>(sum % 3);
}

int digitOf(char typed)
{
    if (typed >= 'a' && typed <= 'z')
        typed = static_cast<char>(typed - 'a' + 'A');
    if (typed == 'O')
        typed = '0';
    if (typed == 'I' || typed == 'L')
        typed = '1';
    const std::size_t at = kAlphabet.find(typed);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

} // namespace

std::string encodeCode(ByteView sixteen)
{
    std::string code;
    unsigned buffer = 0;
    int bits = 0;
    const auto emit = [&] {
        while (bits >= 5) {
            if (!code.empty() && code.size() % 5 == 4)
                code.push_back('-');
            code.push_back(kAlphabet[buffer >> (bits - 5) & 31]);
            bits -= 5;
        }
        buffer &= (1u << bits) - 1;
    };
    for (const std::uint8_t octet : sixteen.first(kOctets)) {
        buffer = buffer << 8 | octet;
        bits += 8;
        emit();
    }
    buffer = buffer << 2 | checkOf(sixteen.first(kOctets));
    bits += 2;
    emit();
    return code;
}

std::optional<Bytes> decodeCode(std::string_view typed)
{
    Bytes octets;
    unsigned buffer = 0;
    int bits = 0;
    std::size_t digits = 0;
    for (const char character : typed) {
        if (character == '-' || character == ' ')
            continue;
        const int digit = digitOf(character);
        if (digit < 0 || ++digits > kCharacters)
            return std::nullopt;
        buffer = buffer << 5 | static_cast<unsigned>(digit);
        bits += 5;
        if (bits >= 8 && octets.size() < kOctets) {
            octets.push_back(static_cast<std::uint8_t>(buffer >> (bits - 8)));
            bits -= 8;
            buffer &= (1u << bits) - 1;
        }
    }
    if (digits != kCharacters || octets.size() != kOctets || buffer != checkOf(octets))
        return std::nullopt;
    return octets;
}

} // namespace ourtable::crockford
