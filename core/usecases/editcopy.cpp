#include "core/usecases/editcopy.h"

#include <algorithm>

#include "core/catalogue/catalogue.h"

namespace ourtable::usecases {
namespace {

// [kind, [[field, action, id, value] ...]]
constexpr std::size_t kMembers = 2;

} // namespace

Value copyWith(const Value &before, const sync::Body &body, const Hash &change)
{
    ValueArray values;
    if (before.array() && before.array()->size() == kMembers && before.array()->at(1).array())
        values = *before.array()->at(1).array();
    for (std::size_t i = 0; i < body.writes.size(); ++i) {
        const sync::Write &write = body.writes[i];
        std::erase_if(values, [&](const Value &held) {
            const auto id = held.array()->at(2).id<ValueId>();
            return id && std::binary_search(write.replaced.begin(), write.replaced.end(), *id);
        });
        if (write.action != sync::Action::Remove)
            values.push_back(ValueArray{write.field, static_cast<int>(write.action), sync::valueIdOf(change, i), write.value});
    }
    return ValueArray{body.kind, values};
}

Result<sync::RecordState> stateFromCopy(const Value &copy, const EndpointId &author)
{
    const ValueArray *members = copy.array();
    if (!members || members->size() != kMembers || !members->at(0).integer() || !members->at(1).array())
        return Error{ErrorCode::Corrupt, "edit copy"};
    sync::RecordState state;
    state.kind = static_cast<catalogue::KindNumber>(*members->at(0).integer());
    state.createdBy = author;
    for (const Value &held : *members->at(1).array()) {
        const ValueArray *value = held.array();
        if (!value || value->size() != 4 || !value->at(0).integer() || !value->at(1).integer() || !value->at(2).id<ValueId>())
            return Error{ErrorCode::Corrupt, "edit copy"};
        const auto number = static_cast<catalogue::FieldNumber>(*value->at(0).integer());
        const auto action = static_cast<sync::Action>(*value->at(1).integer());
        sync::FieldState &field = state.fields[number];
        sync::Sibling sibling;
        sibling.id = *value->at(2).id<ValueId>();
        sibling.value = value->at(3);
        sibling.author = author;
        if (action == sync::Action::Add) {
            ValueArray elements = field.shown.array() ? *field.shown.array() : ValueArray{};
            elements.push_back(sibling.value);
            field.shown = elements;
        } else if (action == sync::Action::Step) {
            field.shown = (field.shown.integer() ? *field.shown.integer() : 0) + *sibling.value.integer();
        } else if (action == sync::Action::Move) {
            field.shown = sibling.value.array()->at(1);
        } else {
            field.shown = sibling.value;
        }
        field.siblings.push_back(std::move(sibling));
    }
    return state;
}

} // namespace ourtable::usecases
