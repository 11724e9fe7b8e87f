#include <cmath>

#include "core/usecases/interchange/demoitem.h"
#include "core/usecases/interchange/jsonvalues.h"

namespace ourtable::usecases {
namespace {

using catalogue::Field;
using catalogue::FieldType;

Result<Value> penceOf(const Json &json)
{
    constexpr double kMost = 1e8;
    if (!json.is_number())
        return ErrorCode::InvalidInput;
    const double pence = json.get<double>() * 100;
    if (!(std::abs(pence) < kMost) || std::abs(pence - std::round(pence)) > 1e-6)
        return ErrorCode::InvalidInput;
    return Value(std::int64_t(std::llround(pence)));
}

template <class T>
Result<Value> asValue(Result<T> result)
{
    return result ? Result<Value>(Value(std::move(*result))) : Result<Value>(result.error());
}

// A simple value as programme documents write it.
Result<Value> sourceScalar(FieldType type, std::span<const KindNumber> targets, const Json &json,
                           const DemoContext &context)
{
    if (type == FieldType::Money)
        return penceOf(json);
    const std::string *text = json.get_ptr<const std::string *>();
    if (text == nullptr)
        return exportedScalar(type, targets, json);
    switch (type) {
    case FieldType::Reference:
    case FieldType::References: return asValue(context.index.find(*text, targets));
    case FieldType::Date: return asValue(context.shift.date(*text));
    case FieldType::Month: return asValue(context.shift.month(*text));
    case FieldType::Timestamp: return asValue(context.shift.milliseconds(*text));
    default: return exportedScalar(type, targets, json);
    }
}

Result<void> addElement(RecordBuilder &record, const Field &field, const Json &json, const DemoContext &context)
{
    const ScalarReader scalar = [&context](FieldType type, std::span<const KindNumber> targets, const Json &simple) {
        return sourceScalar(type, targets, simple, context);
    };
    OURTABLE_ASSIGN(const Value value, elementFrom(field, json, scalar));
    const bool saysNothing = field.type == FieldType::Map && value.map()->empty();
    return saysNothing ? Result<void>() : record.add(field, value);
}

} // namespace

Result<void> addField(RecordBuilder &record, const Field &field, const Json &json, const DemoContext &context)
{
    if (json.is_null() || json == "")
        return {};
    if (!isSet(field.type) || !json.is_array())
        return addElement(record, field, json, context);
    for (const Json &element : json)
        OURTABLE_TRY(addElement(record, field, element, context));
    return {};
}

} // namespace ourtable::usecases
