#include "core/usecases/effective.h"

#include <algorithm>

#include "core/catalogue/handles.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;

const sync::FieldState *fieldState(const sync::RecordState &state, catalogue::FieldNumber field)
{
    const auto at = state.fields.find(field);
    return at == state.fields.end() ? nullptr : &at->second;
}

Value effectiveElements(const catalogue::Field &field, const sync::RecordState &state, const sync::Body &body)
{
    std::vector<std::pair<ValueId, Value>> elements;
    if (const sync::FieldState *held = fieldState(state, field.number)) {
        for (const sync::Sibling &sibling : held->siblings)
            elements.emplace_back(sibling.id, sibling.value);
    }
    for (const sync::Write &write : body.writes) {
        if (write.field != field.number)
            continue;
        std::erase_if(elements, [&](const auto &element) {
            return std::binary_search(write.replaced.begin(), write.replaced.end(), element.first);
        });
        if (write.action == sync::Action::Add)
            elements.emplace_back(ValueId{}, write.value);
    }
    ValueArray values;
    for (auto &[id, value] : elements)
        values.push_back(std::move(value));
    return values;
}

bool textEquals(const Value &value, std::string_view code) { return value.text() && *value.text() == code; }

} // namespace

Value effectiveValue(const catalogue::Field &field, const sync::RecordState &state, const sync::Body &body)
{
    if (field.merge == catalogue::MergeRule::Set || field.merge == catalogue::MergeRule::Append)
        return effectiveElements(field, state, body);
    Value value = state.shown(field.number);
    for (const sync::Write &write : body.writes) {
        if (write.field != field.number)
            continue;
        if (write.action == sync::Action::Step)
            value = (value.integer() ? *value.integer() : 0) + *write.value.integer();
        else
            value = write.value;
    }
    return value;
}

std::string stateAfter(const catalogue::Kind &kind, const sync::RecordState &state, const sync::Body &body)
{
    if (kind.states.empty())
        return {};
    for (const sync::Write &write : body.writes) {
        if (write.action == sync::Action::Move)
            return *write.value.array()->at(1).text();
    }
    const Value &shown = state.shown(catalogue::kStateField);
    return shown.text() ? *shown.text() : kind.states.front();
}

bool mayStayEmpty(const catalogue::Kind &kind, const catalogue::Field &field, const sync::RecordState &state,
                  const sync::Body &body)
{
    const auto value = [&](catalogue::FieldNumber number) {
        const catalogue::Field *other = kind.field(number);
        return other ? effectiveValue(*other, state, body) : Value();
    };
    if (kind.number == kinds::support_need::kind)
        return textEquals(value(kinds::support_need::permission), "count_only") && field.number != kinds::support_need::permission;
    if (kind.number == kinds::nomination::kind && textEquals(value(kinds::nomination::route), "self"))
        return field.number == kinds::nomination::nominated_by || field.number == kinds::nomination::nominated_by_org;
    return false;
}

std::vector<ValueId> idsOfElement(const sync::RecordState &state, catalogue::FieldNumber field, const Value &value)
{
    std::vector<ValueId> ids;
    if (const sync::FieldState *held = fieldState(state, field)) {
        for (const sync::Sibling &sibling : held->siblings) {
            if (sibling.value == value)
                ids.push_back(sibling.id);
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace ourtable::usecases
