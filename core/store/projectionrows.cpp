#include "core/store/projectionrows.h"

#include <algorithm>

#include "core/store/projectionwords.h"
#include "core/support/cbor.h"

namespace ourtable::store::rows {
namespace {

using catalogue::Field;
using catalogue::FieldType;

bool setFits(const Field &field, const Value &values)
{
    if (!values.array())
        return false;
    return std::ranges::all_of(*values.array(), [&](const Value &element) {
        if (field.type == FieldType::References)
            return element.octets() != nullptr;
        return field.type != FieldType::Choices || element.text() != nullptr;
    });
}

// What was encoded by us a moment ago, in memory or under a seal; anything else reads as null.
Value decoded(ByteView octets)
{
    Result<Value> value = cbor::decode(octets);
    return value ? std::move(value).value() : Value();
}

const Value *valueIn(const KindTable &table, const Projected &values, catalogue::FieldNumber number)
{
    const Column *column = table.column(number);
    return column ? values.columns[static_cast<std::size_t>(column - table.columns.data())] : nullptr;
}

const std::string *textIn(const Value *value) { return value ? value->text() : nullptr; }

template <class ValueOfField>
std::string joinedTexts(const catalogue::Kind &kind, ValueOfField valueOfField)
{
    std::string joined;
    for (const catalogue::FieldNumber number : kind.searched) {
        const std::string *text = textIn(valueOfField(number));
        if (!text || text->empty())
            continue;
        if (joined.empty())
            joined = kindMark(kind.number);
        joined.push_back('\n');
        appendIndexed(joined, *text);
    }
    return joined;
}

} // namespace

bool fits(Storage storage, const Value &value)
{
    switch (storage) {
    case Storage::Integer: return value.integer() != nullptr;
    case Storage::Boolean: return value.boolean() != nullptr;
    case Storage::Text: return value.text() != nullptr;
    case Storage::Octets: return value.octets() != nullptr;
    case Storage::Encoded: return true;
    }
    return false;
}

Result<Projected> projected(const KindTable &table, const sync::RecordState &state)
{
    const bool withheld = state.hidden || state.erased;
    const Field *misfit = nullptr;
    const auto shown = [&](const Field &field, auto fitting) -> const Value * {
        const auto found = state.fields.find(field.number);
        if (found == state.fields.end() || found->second.shown.isNull() || (withheld && isFreeText(field)))
            return nullptr;
        if (!fitting(found->second.shown))
            misfit = &field;
        return &found->second.shown;
    };
    Projected values;
    values.columns.reserve(table.columns.size());
    for (const Column &column : table.columns)
        values.columns.push_back(shown(*column.field, [&](const Value &v) { return fits(column.storage, v); }));
    for (const Field *set : table.sets)
        values.sets.push_back(shown(*set, [&](const Value &v) { return setFits(*set, v); }));
    if (misfit)
        return Error{ErrorCode::Malformed, table.kind->name + "." + misfit->name};
    return values;
}

bool asksPeople(const catalogue::Kind &kind, catalogue::FieldNumber field, const sync::FieldState &state)
{
    return state.twoVersions && (field == catalogue::kStateField || kind.field(field));
}

void bindPlain(Statement &statement, int parameter, const Value &value)
{
    if (const bool *boolean = value.boolean())
        statement.bind(parameter, *boolean);
    else if (const std::int64_t *integer = value.integer())
        statement.bind(parameter, *integer);
    else if (const std::string *text = value.text())
        statement.bind(parameter, *text);
    else if (const Bytes *octets = value.octets())
        statement.bind(parameter, *octets);
    else
        statement.bind(parameter, nullptr);
}

void bindValue(Statement &statement, int parameter, Storage storage, const Value &value)
{
    if (storage == Storage::Encoded)
        statement.bind(parameter, cbor::encode(value));
    else
        bindPlain(statement, parameter, value);
}

Value valueOf(const Statement &row, int at, Storage storage)
{
    if (row.isNull(at))
        return {};
    switch (storage) {
    case Storage::Integer: return row.integer(at);
    case Storage::Boolean: return row.flag(at);
    case Storage::Text: return row.text(at);
    case Storage::Octets: return row.octets(at);
    case Storage::Encoded: return decoded(row.octets(at));
    }
    return {};
}

Element elementOf(const Field &field, const Value &value)
{
    if (field.type == FieldType::References)
        return {{}, value};
    if (field.type == FieldType::Choices)
        return {value, {}};
    return {cbor::encode(value), {}};
}

Value elementValue(const Field &field, const Statement &row, int value, int target)
{
    if (field.type == FieldType::References)
        return row.octets(target);
    if (field.type == FieldType::Choices)
        return row.text(value);
    return decoded(row.octets(value));
}

Row read(const Statement &statement, const KindTable &table)
{
    Row row;
    RecordView &view = row.view;
    row.number = statement.integer(0);
    view.id = statement.id<RecordId>(1).value_or(RecordId{});
    view.kind = static_cast<catalogue::KindNumber>(statement.integer(2));
    view.state = statement.text(3);
    view.hidden = statement.flag(4);
    view.erased = statement.flag(5);
    row.hasTwoVersions = statement.flag(6);
    view.changedWhileHidden = statement.flag(7);
    view.hasForeign = statement.flag(8);
    view.imported = statement.flag(9);
    view.createdClock = static_cast<std::uint64_t>(statement.integer(10));
    view.createdBy = statement.id<EndpointId>(11).value_or(EndpointId{});
    view.updatedClock = static_cast<std::uint64_t>(statement.integer(12));
    view.updatedBy = statement.id<EndpointId>(13).value_or(EndpointId{});
    view.sourceId = statement.text(14);
    row.indexed = statement.flag(15);
    int at = kRecordColumns;
    for (const Column &column : table.columns) {
        if (!statement.isNull(at))
            view.fields.emplace_hint(view.fields.end(), column.field->number, valueOf(statement, at, column.storage));
        ++at;
    }
    return row;
}

bool isWordless(const KindTable &table, const Projected &values)
{
    return std::ranges::none_of(table.kind->searched, [&](catalogue::FieldNumber number) {
        const std::string *text = textIn(valueIn(table, values, number));
        return text && !text->empty();
    });
}

std::string indexText(const KindTable &table, const Projected &values)
{
    return joinedTexts(*table.kind, [&](catalogue::FieldNumber number) { return valueIn(table, values, number); });
}

std::string indexText(const catalogue::Kind &kind, const RecordView &view)
{
    return joinedTexts(kind, [&](catalogue::FieldNumber number) { return &view.field(number); });
}

} // namespace ourtable::store::rows
