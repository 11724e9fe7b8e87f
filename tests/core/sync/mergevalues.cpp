#include "tests/core/sync/mergehistory.h"

namespace ourtable::test {
namespace {

using catalogue::FieldType;

template <class Items>
const auto &oneOf(SeededRandom &random, const Items &items)
{
    return items[random.below(std::size(items))];
}

std::string randomText(SeededRandom &random, std::size_t limit)
{
    static const std::string kTexts[] = {"a", "b", "tea", "Zażółć", "☕ first", "نحن هنا", "two words"};
    std::string text = oneOf(random, kTexts);
    return text.size() <= limit ? text : "a";
}

Value randomCode(SeededRandom &random, const catalogue::Vocabulary *vocabulary, const std::vector<std::string> &only)
{
    if (!only.empty())
        return oneOf(random, only);
    // Few codes, so that people often mean the same.
    const std::size_t codes = std::min<std::size_t>(vocabulary->terms.size(), 4);
    return vocabulary->terms[random.below(codes)].code;
}

Value randomNumber(SeededRandom &random, std::int64_t minimum, std::int64_t maximum)
{
    const auto span = static_cast<std::uint64_t>(std::min<std::int64_t>(maximum - minimum, 3)) + 1;
    return minimum + static_cast<std::int64_t>(random.below(span));
}

Value randomElement(SeededRandom &random, const catalogue::Field &field, const std::vector<Bytes> &references)
{
    if (field.parts.empty())
        return randomText(random, field.limit);
    Value element = Value::emptyMap();
    for (const catalogue::Part &part : field.parts) {
        catalogue::Field like;
        like.type = part.type;
        like.limit = part.limit;
        like.vocabulary = part.vocabulary;
        like.maximum = 9;
        if (part.required || random.below(3) == 0)
            element.set(part.key, randomValue(random, like, references));
    }
    return element;
}

Value randomMap(SeededRandom &random, const catalogue::Field &field)
{
    Value map = Value::emptyMap();
    for (std::uint64_t left = 1 + random.below(3); left > 0; --left)
        map.set(randomCode(random, field.vocabulary, field.codes), randomNumber(random, field.minimum, field.maximum));
    return map;
}

Value misfit(SeededRandom &random, const catalogue::Field &field)
{
    switch (random.below(8)) {
    case 0: return std::string(field.limit + 1, 'x');
    case 1: return "no_such_code";
    case 2: return "2026-02-30";
    case 3: return 1'000'000'000'000'000;
    case 4: return Bytes{1, 2, 3};
    case 5: return Value::emptyMap();
    case 6: return -1;
    default: return {};
    }
}

} // namespace

Value randomValue(SeededRandom &random, const catalogue::Field &field, const std::vector<Bytes> &references)
{
    static const std::string kDates[] = {"2026-06-20", "2026-06-21", "2024-02-29"};
    static const std::string kTimes[] = {"08:30", "10:15"};
    static const std::string kMonths[] = {"2026-06", "2026-07"};
    if (random.below(60) == 0)
        return misfit(random, field);
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText: return randomText(random, field.limit);
    case FieldType::Choice:
    case FieldType::Choices: return randomCode(random, field.vocabulary, field.codes);
    case FieldType::Reference:
    case FieldType::References: return oneOf(random, references);
    case FieldType::Date: return oneOf(random, kDates);
    case FieldType::Time: return oneOf(random, kTimes);
    case FieldType::Month: return oneOf(random, kMonths);
    case FieldType::Timestamp: return randomNumber(random, 1'780'000'000'000, 1'780'000'000'003);
    case FieldType::Integer: return randomNumber(random, field.minimum, field.maximum);
    case FieldType::YesNo: return random.below(2) == 0;
    case FieldType::Money: return randomNumber(random, 100, 103);
    case FieldType::List: return randomElement(random, field, references);
    case FieldType::Map: return randomMap(random, field);
    case FieldType::Tally: return static_cast<std::int64_t>(random.below(7)) - 3;
    case FieldType::State: break;
    }
    return {};
}

} // namespace ourtable::test
