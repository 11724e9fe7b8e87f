#include "core/usecases/interchange/jsonexport.h"

#include "core/usecases/interchange/jsonvalues.h"

namespace ourtable::usecases {
namespace {

using catalogue::Catalogue;
using catalogue::Field;
using catalogue::Kind;

Result<Json> fieldsOf(const InterchangeRecord &record, const Kind &kind)
{
    Json fields = Json::object();
    for (const auto &[number, value] : record.fields) {
        const Field *field = kind.field(number);
        if (field == nullptr)
            return Error{ErrorCode::UnknownField, kind.name + "." + std::to_string(number)};
        if (!isSet(field->type)) {
            fields[field->name] = jsonOf(value);
            continue;
        }
        if (!fields.contains(field->name))
            fields[field->name] = Json::array();
        fields[field->name].push_back(jsonOf(value));
    }
    return fields;
}

Result<Json> recordOf(const InterchangeRecord &record, const Catalogue &catalogue)
{
    const Kind *kind = catalogue.kind(record.kind);
    if (kind == nullptr)
        return Error{ErrorCode::UnknownKind, std::to_string(record.kind)};
    Json made{{"kind", kind->name}, {"id", record.id.hex()}};
    if (!record.sourceId.empty())
        made["source_id"] = record.sourceId;
    if (!record.state.empty())
        made["state"] = record.state;
    if (record.when != 0)
        made["when"] = record.when;
    OURTABLE_ASSIGN(made["fields"], fieldsOf(record, *kind));
    return made;
}

} // namespace

Result<Json> exportRecords(std::span<const InterchangeRecord> records, const Catalogue &catalogue,
                           const ProgrammeId &programme)
{
    Json list = Json::array();
    for (const InterchangeRecord &record : records) {
        OURTABLE_ASSIGN(Json made, recordOf(record, catalogue));
        list.push_back(std::move(made));
    }
    Json document{{"format", kExportFormat}, {"programme", programme.hex()}, {"catalogue", catalogue.revision()}};
    document["records"] = std::move(list);
    return document;
}

} // namespace ourtable::usecases
