#include "core/store/pinpolicy.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "core/support/civiltime.h"
#include "core/support/text.h"

namespace ourtable::store {
namespace {

constexpr std::size_t kShortestPin = 6;
constexpr std::size_t kLongestPin = 12;
constexpr std::size_t kShortestPassphrase = 15;
constexpr std::size_t kLongestPassphrase = 1024;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
int digit(char c) { return c - '0'; }

std::size_t differentDigits(std::string_view pin) { return std::set<char>(pin.begin(), pin.end()).size(); }

// "123123", "454545": one block over and over.
bool isRepeatedBlock(std::string_view pin)
{
    for (std::size_t block = 1; block <= pin.size() / 2; ++block) {
        if (pin.size() % block != 0)
            continue;
        bool same = true;
        for (std::size_t i = block; i < pin.size(); ++i)
            same = same && pin[i] == pin[i - block];
        if (same)
            return true;
    }
    return false;
}

// Even steps around the circle of ten digits: "345678", "864208", "789012".
bool isSequence(std::string_view pin)
{
    const int step = (digit(pin[1]) - digit(pin[0]) + 10) % 10;
    for (std::size_t i = 2; i < pin.size(); ++i)
        if ((digit(pin[i]) - digit(pin[i - 1]) + 10) % 10 != step)
            return false;
    return true;
}

// Every other digit runs in even steps and the ones between stay the same or run too: "102030", "010203", "152535".
bool isInterleaved(std::string_view pin)
{
    const int steps[2] = {(digit(pin[2]) - digit(pin[0]) + 10) % 10, (digit(pin[3]) - digit(pin[1]) + 10) % 10};
    for (std::size_t i = 4; i < pin.size(); ++i)
        if ((digit(pin[i]) - digit(pin[i - 2]) + 10) % 10 != steps[i % 2])
            return false;
    return true;
}

// "112233", "111222333": runs of equal length whose digits run in even steps.
bool isRuns(std::string_view pin)
{
    for (std::size_t run = 2; run <= pin.size() / 2; ++run) {
        if (pin.size() % run != 0)
            continue;
        std::string heads;
        bool even = true;
        for (std::size_t i = 0; i < pin.size(); ++i) {
            if (i % run == 0)
                heads += pin[i];
            even = even && pin[i] == heads.back();
        }
        if (even && (heads.size() < 3 || isSequence(heads)))
            return true;
    }
    return false;
}

// "482284": the second half is the first one backwards.
bool isMirrored(std::string_view pin)
{
    const std::string_view half = pin.substr(0, pin.size() / 2);
    return std::equal(half.begin(), half.end(), pin.rbegin());
}

// "147258", "159753": two or more whole lines of the key pad, each three keys in a row, column or diagonal.
bool isKeyPadLines(std::string_view pin)
{
    static constexpr std::array<std::string_view, 8> kLines = {"123", "456", "789", "147", "258", "369", "159", "357"};
    if (pin.size() % 3 != 0)
        return false;
    for (std::size_t at = 0; at < pin.size(); at += 3) {
        std::string part(pin.substr(at, 3));
        std::sort(part.begin(), part.end());
        const bool straight = pin[at + 1] == part[1]; // the middle key is touched in the middle
        if (!straight || std::find(kLines.begin(), kLines.end(), part) == kLines.end())
            return false;
    }
    return true;
}

bool isYear(std::string_view year) { return year >= "1940" && year <= "2030"; }
bool isMonthNumber(std::string_view month) { return month >= "01" && month <= "12"; }

bool isDay(std::string_view year, std::string_view month, std::string_view day)
{
    std::string written(year);
    written.append("-").append(month).append("-").append(day);
    return isYear(year) && daysOfDate(written).has_value();
}

bool isDayWithShortYear(std::string_view year, std::string_view month, std::string_view day)
{
    return isDay("19" + std::string(year), month, day) || isDay("20" + std::string(year), month, day);
}

bool isDate(std::string_view pin)
{
    const auto part = [pin](std::size_t at, std::size_t length) { return pin.substr(at, length); };
    if (pin.size() == 6)
        return isDayWithShortYear(part(4, 2), part(2, 2), part(0, 2)) // DDMMYY
            || isDayWithShortYear(part(4, 2), part(0, 2), part(2, 2)) // MMDDYY
            || isDayWithShortYear(part(0, 2), part(2, 2), part(4, 2)) // YYMMDD
            || (isYear(part(0, 4)) && isMonthNumber(part(4, 2)))
            || (isMonthNumber(part(0, 2)) && isYear(part(2, 4)));
    if (pin.size() == 8)
        return isDay(part(4, 4), part(2, 2), part(0, 2)) || isDay(part(4, 4), part(0, 2), part(2, 2))
            || isDay(part(0, 4), part(4, 2), part(6, 2)) || (isYear(part(0, 4)) && isYear(part(4, 4)));
    return false;
}

Error weak(const char *rule) { return {ErrorCode::WeakSecret, rule}; }

Result<void> checkPin(std::string_view pin)
{
    if (!std::all_of(pin.begin(), pin.end(), isDigit))
        return weak("digits");
    if (pin.size() < kShortestPin || pin.size() > kLongestPin)
        return weak("length");
    if (differentDigits(pin) < 3 || isRepeatedBlock(pin))
        return weak("repeat");
    if (isSequence(pin))
        return weak("sequence");
    if (isDate(pin))
        return weak("date");
    if (isMirrored(pin) || isInterleaved(pin) || isRuns(pin) || isKeyPadLines(pin))
        return weak("pattern");
    return {};
}

Result<void> checkPassphrase(std::string_view phrase)
{
    if (phrase.size() > kLongestPassphrase)
        return weak("length");
    if (!text::isPlainUtf8(phrase))
        return weak("text");
    if (text::lengthOf(phrase) < kShortestPassphrase)
        return weak("length");
    std::set<char32_t> different;
    text::forEachScalar(phrase, [&different](char32_t scalar, std::string_view) { different.insert(scalar); });
    if (different.size() < 5)
        return weak("repeat");
    return {};
}

} // namespace

Result<void> checkPassword(PasswordKind kind, std::string_view password)
{
    return kind == PasswordKind::Pin ? checkPin(password) : checkPassphrase(password);
}

} // namespace ourtable::store
