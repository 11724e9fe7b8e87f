#include "core/usecases/interchange/jsonvalues.h"

#include <algorithm>

#include "core/support/ids.h"

namespace ourtable::usecases {

using catalogue::Field;
using catalogue::FieldType;
using catalogue::KindNumber;

Json jsonOf(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null: return nullptr;
    case Value::Type::Boolean: return *value.boolean();
    case Value::Type::Integer: return *value.integer();
    case Value::Type::Text: return *value.text();
    case Value::Type::Octets: return toHex(*value.octets());
    case Value::Type::Array: {
        Json array = Json::array();
        for (const Value &element : *value.array())
            array.push_back(jsonOf(element));
        return array;
    }
    case Value::Type::Map: break;
    }
    Json object = Json::object();
    for (const auto &[key, member] : *value.map())
        object[key.text() != nullptr ? *key.text() : std::to_string(*key.integer())] = jsonOf(member);
    return object;
}

std::optional<std::int64_t> integerOf(const Json &json)
{
    if (!json.is_number_integer())
        return std::nullopt;
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t(INT64_MAX))
        return std::nullopt;
    return json.get<std::int64_t>();
}

Result<Value> exportedScalar(FieldType type, std::span<const KindNumber>, const Json &json)
{
    switch (type) {
    case FieldType::YesNo:
        return json.is_boolean() ? Result<Value>(json.get<bool>()) : Result<Value>(ErrorCode::InvalidInput);
    case FieldType::Integer:
    case FieldType::Timestamp:
    case FieldType::Money:
    case FieldType::Tally: {
        const std::optional<std::int64_t> number = integerOf(json);
        return number ? Result<Value>(*number) : Result<Value>(ErrorCode::InvalidInput);
    }
    default: break;
    }
    if (!json.is_string())
        return ErrorCode::InvalidInput;
    const auto &text = json.get_ref<const std::string &>();
    if (type != FieldType::Reference && type != FieldType::References)
        return Value(text);
    const std::optional<RecordId> id = RecordId::fromHexText(text);
    return id ? Result<Value>(Value(*id)) : Result<Value>(ErrorCode::InvalidInput);
}

namespace {

Result<Value> mapFrom(const Json &json)
{
    if (!json.is_object())
        return ErrorCode::InvalidInput;
    Value map = Value::emptyMap();
    for (const auto &[code, number] : json.items()) {
        if (number.is_null())
            continue;
        const std::optional<std::int64_t> integer = integerOf(number);
        if (!integer)
            return ErrorCode::InvalidInput;
        map.set(code, *integer);
    }
    return map;
}

Result<Value> partsFrom(const Field &field, const Json &json, const ScalarReader &scalar)
{
    if (!json.is_object())
        return ErrorCode::InvalidInput;
    Value element = Value::emptyMap();
    for (const auto &[key, member] : json.items()) {
        const auto part = std::ranges::find(field.parts, key, &catalogue::Part::key);
        if (part == field.parts.end())
            return ErrorCode::UnknownField;
        if (member.is_null())
            continue;
        OURTABLE_ASSIGN(Value value, scalar(part->type, {}, member));
        element.set(key, std::move(value));
    }
    return element;
}

} // namespace

Result<Value> elementFrom(const Field &field, const Json &json, const ScalarReader &scalar)
{
    if (field.type == FieldType::Map)
        return mapFrom(json);
    if (field.type == FieldType::List && !field.parts.empty())
        return partsFrom(field, json, scalar);
    return scalar(field.type == FieldType::List ? FieldType::Text : field.type, field.targets, json);
}

} // namespace ourtable::usecases
