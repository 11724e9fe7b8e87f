#include "core/usecases/interchange/recordbuilder.h"

#include <algorithm>

namespace ourtable::usecases {

using catalogue::FieldType;

RecordBuilder::RecordBuilder(const catalogue::Kind &kind, const RecordId &id, std::string_view sourceId) : m_kind(&kind)
{
    m_record.kind = kind.number;
    m_record.id = id;
    if (keepsSourceId(kind))
        m_record.sourceId = sourceId;
}

Result<void> RecordBuilder::add(const catalogue::Field &field, const Value &value)
{
    OURTABLE_ASSIGN(Value checked, catalogue::checkedValue(*m_kind, field, value, true));
    FieldValue made{field.number, std::move(checked)};
    const bool held = std::ranges::find(m_record.fields, field.number, &FieldValue::field) != m_record.fields.end();
    if (held && !isSet(field.type))
        return Error{ErrorCode::AlreadyExists, m_kind->name + "." + field.name};
    const bool again = held && field.type != FieldType::List
        && std::ranges::find(m_record.fields, made) != m_record.fields.end();
    if (m_record.fields.size() >= kMostValues && !again)
        return Error{ErrorCode::TooLong, m_kind->name + "." + field.name};
    if (!again)
        m_record.fields.push_back(std::move(made));
    return {};
}

Result<void> RecordBuilder::setState(std::string_view state)
{
    if (std::ranges::find(m_kind->states, state) == m_kind->states.end())
        return Error{ErrorCode::UnknownCode, m_kind->name + ".state"};
    m_record.state = state;
    return {};
}

InterchangeRecord RecordBuilder::take()
{
    std::ranges::stable_sort(m_record.fields, {}, &FieldValue::field);
    return std::move(m_record);
}

} // namespace ourtable::usecases
