#include <algorithm>

#include "core/catalogue/catalogue.h"
#include "core/support/civiltime.h"
#include "core/support/ids.h"
#include "core/support/text.h"

namespace ourtable::catalogue {
namespace {

constexpr std::int64_t kLargestStep = 10'000;           // of a tally, either way
constexpr std::int64_t kLargestAmount = 100'000'000;    // pence
constexpr std::int64_t kLatestTime = 7'258'118'400'000; // the year 2200

// What one check needs to know of a field, or of a part of a list.
struct Rule {
    FieldType type;
    std::size_t limit;
    std::int64_t minimum = 0;
    std::int64_t maximum = 0;
    const Vocabulary *vocabulary = nullptr;
    const std::vector<std::string> *codes = nullptr; // the part of the vocabulary it takes; nullptr or empty = all
    bool acceptRetired = false;
};

Result<Value> checkedText(const Rule &rule, const Value &typed)
{
    const std::string *given = typed.text();
    if (given == nullptr || !text::isPlainUtf8(*given))
        return ErrorCode::InvalidInput;
    std::string cleaned = rule.type == FieldType::Text ? text::cleanOneLine(*given) : text::cleanLong(*given);
    if (text::isBlank(cleaned))
        return ErrorCode::InvalidInput;
    if (text::lengthOf(cleaned) > rule.limit)
        return ErrorCode::TooLong;
    return Value(std::move(cleaned));
}

bool takes(const Rule &rule, const std::string &code)
{
    const Term *term = rule.vocabulary != nullptr ? rule.vocabulary->find(code) : nullptr;
    if (term == nullptr || (term->retired && !rule.acceptRetired))
        return false;
    return rule.codes == nullptr || rule.codes->empty() || std::ranges::find(*rule.codes, code) != rule.codes->end();
}

Result<Value> checkedCode(const Rule &rule, const Value &typed)
{
    if (typed.text() == nullptr)
        return ErrorCode::InvalidInput;
    if (!takes(rule, *typed.text()))
        return ErrorCode::UnknownCode;
    return typed;
}

Result<Value> checkedDay(const Rule &rule, const Value &typed)
{
    const std::string *given = typed.text();
    const bool right = given != nullptr
        && (rule.type == FieldType::Date        ? daysOfDate(*given).has_value()
                : rule.type == FieldType::Month ? isMonth(*given)
                                                : isTimeOfDay(*given));
    return right ? Result<Value>(typed) : Result<Value>(ErrorCode::InvalidInput);
}

Result<Value> checkedNumber(const Value &typed, std::int64_t minimum, std::int64_t maximum)
{
    const std::int64_t *given = typed.integer();
    if (given == nullptr || *given < minimum || *given > maximum)
        return ErrorCode::InvalidInput;
    return typed;
}

Result<Value> checkedMap(const Rule &rule, const Value &typed)
{
    const std::vector<Value::Entry> *entries = typed.map();
    if (entries == nullptr || entries->empty())
        return ErrorCode::InvalidInput;
    for (const auto &[key, value] : *entries) {
        if (auto code = checkedCode(rule, key); !code)
            return code.error();
        if (auto number = checkedNumber(value, rule.minimum, rule.maximum); !number)
            return number.error();
    }
    return typed;
}

// Everything but List and State, which need more than a rule.
Result<Value> checkedBy(const Rule &rule, const Value &typed)
{
    switch (rule.type) {
    case FieldType::Text:
    case FieldType::LongText: return checkedText(rule, typed);
    case FieldType::Choice:
    case FieldType::Choices: return checkedCode(rule, typed);
    case FieldType::Reference:
    case FieldType::References:
        return typed.id<RecordId>() ? Result<Value>(typed) : Result<Value>(ErrorCode::InvalidInput);
    case FieldType::Date:
    case FieldType::Time:
    case FieldType::Month: return checkedDay(rule, typed);
    case FieldType::Timestamp: return checkedNumber(typed, 0, kLatestTime);
    case FieldType::Integer: return checkedNumber(typed, rule.minimum, rule.maximum);
    case FieldType::YesNo:
        return typed.boolean() != nullptr ? Result<Value>(typed) : Result<Value>(ErrorCode::InvalidInput);
    case FieldType::Money: return checkedNumber(typed, 0, kLargestAmount);
    case FieldType::Map: return checkedMap(rule, typed);
    case FieldType::Tally: return checkedNumber(typed, -kLargestStep, kLargestStep);
    case FieldType::List:
    case FieldType::State: break;
    }
    return ErrorCode::Internal;
}

Result<Value> checkedElement(const Field &field, const Value &typed, bool acceptRetired)
{
    if (field.parts.empty())
        return checkedText({.type = FieldType::Text, .limit = field.limit}, typed);
    if (typed.map() == nullptr)
        return ErrorCode::InvalidInput;
    Value element = Value::emptyMap();
    for (const Part &part : field.parts) {
        const Value *given = typed.find(part.key);
        if (given == nullptr && part.required)
            return ErrorCode::RequiredMissing;
        if (given == nullptr)
            continue;
        const Rule rule{.type = part.type, .limit = part.limit, .maximum = kLargestAmount, .vocabulary = part.vocabulary,
                        .acceptRetired = acceptRetired};
        auto checked = checkedBy(rule, *given);
        if (!checked)
            return checked;
        element.set(part.key, std::move(*checked));
    }
    // What is left over has a key that no part names.
    return element.map()->size() == typed.map()->size() ? Result<Value>(std::move(element))
                                                        : Result<Value>(ErrorCode::InvalidInput);
}

Result<Value> checkedState(const Kind &kind, const Value &typed)
{
    if (typed.text() == nullptr)
        return ErrorCode::InvalidInput;
    const bool known = std::ranges::find(kind.states, *typed.text()) != kind.states.end();
    return known ? Result<Value>(typed) : Result<Value>(ErrorCode::UnknownCode);
}

} // namespace

Result<Value> checkedValue(const Kind &kind, const Field &field, const Value &typed, bool acceptRetired)
{
    const Rule rule{field.type,       field.limit,  field.minimum, field.maximum,
                    field.vocabulary, &field.codes, acceptRetired};
    Result<Value> checked = field.type == FieldType::List ? checkedElement(field, typed, acceptRetired)
        : field.type == FieldType::State                  ? checkedState(kind, typed)
                                                          : checkedBy(rule, typed);
    if (!checked)
        return {checked.error().code, kind.name + "." + field.name};
    return checked;
}

} // namespace ourtable::catalogue
