#include "core/support/base45.h"
#include "core/support/civiltime.h"
#include "core/support/crockford.h"
#include "core/support/text.h"
#include "tests/fuzz/fuzz.h"

namespace ourtable::fuzz {
namespace {

void codes(std::string_view typed)
{
    if (const auto octets = base45::decode(typed))
        must(base45::encode(*octets) == typed && octets->size() <= typed.size());
    if (const auto octets = fromHex(typed))
        must(octets->size() * 2 == typed.size() && fromHex(toHex(*octets)) == octets);
    if (const auto octets = crockford::decodeCode(typed))
        must(octets->size() == 16 && crockford::decodeCode(crockford::encodeCode(*octets)) == octets);
}

void times(std::string_view typed)
{
    if (const auto days = daysOfDate(typed))
        must(dateOfDays(*days) == typed);
    if (isMonth(typed))
        must(daysOfDate(std::string(typed) + "-28").has_value());
    if (isTimeOfDay(typed))
        must(millisecondsOfTimestamp("2026-11-22T" + std::string(typed)).has_value());
    if (const auto time = millisecondsOfTimestamp(typed))
        must(millisecondsOfTimestamp(timestampOfMilliseconds(*time)) == time && dateOfMilliseconds(*time) == typed.substr(0, 10));
}

void words(std::string_view typed)
{
    const bool plain = text::isPlainUtf8(typed);
    must(text::isPlainUtf8("x" + std::string(typed)) == plain); // wherever it lies
    if (!plain)
        return;
    const std::string line = text::cleanOneLine(typed);
    must(text::isPlainUtf8(line) && line.size() <= typed.size() && text::cleanOneLine(line) == line);
    must(line.find_first_of("\n\r\t") == line.npos);
    const std::string block = text::cleanLong(typed);
    must(text::isPlainUtf8(block) && block.size() <= typed.size() && text::cleanLong(block) == block);
    must(text::lengthOf(typed) <= typed.size());
    must(text::isBlank(typed) == line.empty());
    // What needs cleaning elsewhere changes nothing here.
    const std::string behindControl = "\x01" + std::string(typed);
    must(text::cleanOneLine(behindControl) == line && text::cleanLong(behindControl) == block);
    for (const std::string &word : text::searchWords(typed))
        must(!word.empty() && text::isPlainUtf8(word) && word.find_first_of(" \"*()^:-+") == word.npos);
}

} // namespace

void once(ByteView octets)
{
    const std::string_view typed = textOf(octets);
    codes(typed);
    times(typed);
    words(typed);
    must(base45::decode(base45::encode(octets)) == toBytes(octets));
}

} // namespace ourtable::fuzz
