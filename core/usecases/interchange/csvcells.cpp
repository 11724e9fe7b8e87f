#include "core/usecases/interchange/csvcells.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/support/civiltime.h"
#include "core/support/ids.h"
#include "core/support/json.h"
#include "core/usecases/interchange/interchangerecord.h"
#include "core/usecases/interchange/jsonvalues.h"

namespace ourtable::usecases {
namespace {

using catalogue::Field;
using catalogue::FieldType;

constexpr std::size_t kSmallestLimit = 4096;
constexpr std::size_t kSetLimit = 64 << 10; // no single change can hold more

bool isJson(FieldType type) { return type == FieldType::List || type == FieldType::Map; }

std::optional<std::int64_t> integerOfText(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

std::string moneyText(std::int64_t pence)
{
    const std::string rest = std::to_string(pence % 100);
    return std::to_string(pence / 100) + (rest.size() < 2 ? ".0" : ".") + rest;
}

// "48.00"; catalogue amounts are never negative.
std::optional<std::int64_t> penceOf(std::string_view text)
{
    if (text.size() < 4 || text.size() > 15 || text[text.size() - 3] != '.' || text.starts_with('-'))
        return std::nullopt;
    std::string digits(text);
    digits.erase(digits.size() - 3, 1);
    return integerOfText(digits);
}

std::string cellOfOne(FieldType type, const Value &value)
{
    if (value.octets() != nullptr)
        return toHex(*value.octets());
    if (value.boolean() != nullptr)
        return *value.boolean() ? "yes" : "no";
    if (value.text() != nullptr)
        return *value.text();
    if (value.integer() == nullptr)
        return {};
    return type == FieldType::Money ? moneyText(*value.integer())
        : type == FieldType::Timestamp ? cellOfMilliseconds(*value.integer())
                                       : std::to_string(*value.integer());
}

Result<Value> valueOfOne(FieldType type, std::string_view text)
{
    std::optional<std::int64_t> number;
    switch (type) {
    case FieldType::Reference:
    case FieldType::References: {
        const std::optional<RecordId> id = RecordId::fromHexText(text);
        return id ? Result<Value>(Value(*id)) : Result<Value>(ErrorCode::InvalidInput);
    }
    case FieldType::YesNo:
        return text == "yes" ? Result<Value>(true) : text == "no" ? Result<Value>(false) : ErrorCode::InvalidInput;
    case FieldType::Timestamp: {
        OURTABLE_ASSIGN(const std::int64_t milliseconds, millisecondsOfCell(text));
        return Value(milliseconds);
    }
    case FieldType::Money: number = penceOf(text); break;
    case FieldType::Integer:
    case FieldType::Tally: number = integerOfText(text); break;
    default: return Value(text);
    }
    return number ? Result<Value>(*number) : Result<Value>(ErrorCode::InvalidInput);
}

std::string joined(FieldType type, std::span<const Value> values)
{
    std::string cell;
    for (const Value &value : values) {
        if (!cell.empty())
            cell += ';';
        for (const char c : cellOfOne(type, value)) {
            if (c == ';' || c == '\\')
                cell += '\\';
            cell += c;
        }
    }
    return cell;
}

Result<std::vector<std::string>> split(std::string_view cell)
{
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] == ';') {
            parts.emplace_back();
            continue;
        }
        if (cell[i] == '\\' && ++i == cell.size())
            return ErrorCode::InvalidInput;
        parts.back() += cell[i];
    }
    return parts;
}

Result<std::vector<Value>> valuesOfJson(const Field &field, std::string_view cell)
{
    OURTABLE_ASSIGN(const Json json, parseJson(cell, {.octets = kSetLimit, .depth = 4}));
    std::vector<Value> values;
    if (field.type == FieldType::List && !json.is_array())
        return ErrorCode::InvalidInput;
    for (const Json &element : field.type == FieldType::List ? json : Json::array({json})) {
        OURTABLE_ASSIGN(Value value, elementFrom(field, element, exportedScalar));
        values.push_back(std::move(value));
    }
    return values;
}

} // namespace

std::size_t cellLimitOf(const Field &field)
{
    if (isSet(field.type) || field.type == FieldType::Map)
        return kSetLimit;
    return std::max(kSmallestLimit, 4 * field.limit + 1);
}

std::string cellOf(const Field &field, std::span<const Value> values)
{
    if (values.empty())
        return {};
    if (field.type == FieldType::Map)
        return jsonOf(values.front()).dump();
    if (field.type != FieldType::List)
        return isSet(field.type) ? joined(field.type, values) : cellOfOne(field.type, values.front());
    Json array = Json::array();
    for (const Value &value : values)
        array.push_back(jsonOf(value));
    return array.dump();
}

Result<std::vector<Value>> valuesOf(const Field &field, std::string_view cell)
{
    std::vector<Value> values;
    if (cell.empty())
        return values;
    if (isJson(field.type))
        return valuesOfJson(field, cell);
    std::vector<std::string> parts{std::string(cell)};
    if (isSet(field.type)) {
        OURTABLE_ASSIGN(parts, split(cell));
    }
    for (const std::string &part : parts) {
        OURTABLE_ASSIGN(Value value, valueOfOne(field.type, part));
        values.push_back(std::move(value));
    }
    return values;
}

std::string cellOfMilliseconds(std::int64_t milliseconds)
{
    return milliseconds % 1000 == 0 ? timestampOfMilliseconds(milliseconds) : std::to_string(milliseconds);
}

Result<std::int64_t> millisecondsOfCell(std::string_view cell)
{
    const std::optional<std::int64_t> read =
        cell.find('T') != std::string_view::npos ? millisecondsOfTimestamp(cell) : integerOfText(cell);
    if (!read || !isMoment(*read))
        return ErrorCode::InvalidInput;
    return *read;
}

} // namespace ourtable::usecases
