#include "core/sync/mergeshape.h"

#include <algorithm>

namespace ourtable::sync {
namespace {

using catalogue::FieldType;
using catalogue::MergeRule;

bool known(Action action) { return action <= Action::Move; }

bool isLife(const Value &value)
{
    const ValueArray *parts = value.array();
    const std::int64_t *hidden = parts && !parts->empty() ? parts->front().integer() : nullptr;
    if (!hidden || *hidden < 0 || *hidden > 1 || parts->size() != 1 + static_cast<std::size_t>(*hidden))
        return false;
    if (*hidden == 0)
        return true;
    const ValueArray *seen = (*parts)[1].array();
    return seen && std::all_of(seen->begin(), seen->end(), [](const Value &id) { return id.id<ValueId>().has_value(); });
}

bool isMove(const Value &value)
{
    const ValueArray *parts = value.array();
    return parts && parts->size() == 2 && (*parts)[0].text() && (*parts)[1].text();
}

const catalogue::Field *fieldOf(const catalogue::Kind &kind, catalogue::FieldNumber number)
{
    const auto at = std::lower_bound(kind.fields.begin(), kind.fields.end(), number, [](const catalogue::Field &field, auto wanted) {
        return field.number < wanted;
    });
    return at != kind.fields.end() && at->number == number ? &*at : nullptr;
}

FittedWrite system(const Write &write, Action expected, bool right)
{
    if (!known(write.action))
        return {};
    if (write.action != expected || !right)
        return {Fit::Malformed, nullptr, {}};
    return {Fit::Value, nullptr, write.value};
}

// The action that adds a value to a field of this rule.
Action addingAction(MergeRule rule)
{
    switch (rule) {
    case MergeRule::Set:
    case MergeRule::Append: return Action::Add;
    case MergeRule::Tally: return Action::Step;
    default: return Action::Set;
    }
}

bool replacesNothing(MergeRule rule) { return rule == MergeRule::Append || rule == MergeRule::Tally; }

} // namespace

FittedWrite fitted(const catalogue::Kind &kind, const Write &write)
{
    if (write.field == catalogue::kLifeField)
        return system(write, Action::Set, isLife(write.value));
    if (write.field == catalogue::kStateField && !kind.states.empty())
        return system(write, Action::Move, isMove(write.value));
    const catalogue::Field *field = fieldOf(kind, write.field);
    if (!field || !known(write.action))
        return {};
    if (replacesNothing(field->merge) && (!write.replaced.empty() || write.action == Action::Remove))
        return {Fit::Malformed, field, {}};
    if (write.action == Action::Remove)
        return {write.value.isNull() ? Fit::Removal : Fit::Malformed, field, {}};
    if (write.action != addingAction(field->merge))
        return {Fit::Malformed, field, {}};
    Result<Value> checked = catalogue::checkedValue(kind, *field, write.value, true);
    if (checked)
        return {Fit::Value, field, std::move(*checked)};
    // A code that nobody here knows may be an overlay's that has not arrived.
    return {checked.error().code == ErrorCode::UnknownCode ? Fit::Foreign : Fit::Malformed, field, {}};
}

FittedWrite fittedInErase(const catalogue::Kind &kind, const Write &write)
{
    const catalogue::Field *field = fieldOf(kind, write.field);
    if (!field)
        return {};
    const bool words = field->type == FieldType::Text || field->type == FieldType::LongText
        || field->type == FieldType::List || field->type == FieldType::Map || field->type == FieldType::Tally;
    FittedWrite made = fitted(kind, write);
    return words || made.fit != Fit::Value ? FittedWrite{} : made;
}

} // namespace ourtable::sync
