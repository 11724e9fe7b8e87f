#include "core/usecases/recordrules.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/effective.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;

bool isEmpty(const Value &value)
{
    return value.isNull() || (value.text() && value.text()->empty()) || (value.array() && value.array()->empty());
}

Result<void> countOnly(const catalogue::Kind &kind, const sync::RecordState &state, const sync::Body &body)
{
    const auto value = [&](catalogue::FieldNumber number) { return effectiveValue(*kind.field(number), state, body); };
    const Value permission = value(kinds::support_need::permission);
    if (!permission.text() || *permission.text() != "count_only")
        return {};
    static constexpr catalogue::FieldNumber kMayStay[] = {kinds::support_need::permission, kinds::support_need::areas,
                                                          kinds::support_need::month};
    for (const catalogue::Field &field : kind.fields) {
        const bool may = std::find(std::begin(kMayStay), std::end(kMayStay), field.number) != std::end(kMayStay);
        if (!may && !isEmpty(value(field.number)))
            return Error{ErrorCode::GuardRefused, "count_only_keeps_nothing"};
    }
    // What was written stays in the log until it is taken back: an edit does not make a count of it.
    const Value &before = state.shown(kinds::support_need::permission);
    if (!body.creates && before.text() && *before.text() != "count_only")
        return Error{ErrorCode::GuardRefused, "count_only_keeps_nothing"};
    return {};
}

Result<void> agreedBeforeSharing(const catalogue::Kind &kind, const sync::RecordState &state, const sync::Body &body)
{
    const Value agreed = effectiveValue(*kind.field(kinds::introduction::person_agreed), state, body);
    const Value shared = effectiveValue(*kind.field(kinds::introduction::what_shared), state, body);
    if (agreed.boolean() && !*agreed.boolean() && !isEmpty(shared))
        return Error{ErrorCode::GuardRefused, "agreed_before_sharing"};
    return {};
}

} // namespace

Result<void> checkRecordRules(const catalogue::Kind &kind, const sync::RecordState &state, const sync::Body &body)
{
    if (kind.number == kinds::support_need::kind)
        return countOnly(kind, state, body);
    if (kind.number == kinds::introduction::kind)
        return agreedBeforeSharing(kind, state, body);
    return {};
}

} // namespace ourtable::usecases
