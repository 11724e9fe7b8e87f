#include <algorithm>
#include <set>

#include "core/usecases/interchange/jsonexport.h"
#include "core/usecases/interchange/jsonvalues.h"
#include "core/usecases/interchange/recordbuilder.h"

namespace ourtable::usecases {
namespace {

using catalogue::Catalogue;
using catalogue::Field;
using catalogue::Kind;

bool hasOnly(const Json &object, std::initializer_list<std::string_view> keys)
{
    return std::ranges::all_of(object.items(), [&](const auto &member) {
        return std::ranges::find(keys, std::string_view(member.key())) != keys.end();
    });
}

// The text of a member, or nullptr when there is none or it is no text.
const std::string *textOfMember(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() ? found->get_ptr<const std::string *>() : nullptr;
}

class JsonImport {
public:
    JsonImport(const Catalogue &catalogue, const ProgrammeId &programme)
        : m_catalogue(catalogue), m_programme(programme)
    {
    }

    ImportReport read(const Json &document)
    {
        if (!readHead(document))
            return std::move(m_report);
        std::size_t index = 0;
        for (const Json &record : document["records"]) {
            m_place = "records[" + std::to_string(index++) + "]";
            readRecord(record);
            if (m_report.more)
                break;
        }
        return std::move(m_report);
    }

private:
    bool readHead(const Json &document);
    void readRecord(const Json &json);
    std::optional<RecordId> readId(const Json &json, const Kind &kind);
    void readFields(const Json &fields, RecordBuilder &builder);
    void readField(const Field &field, const Json &json, RecordBuilder &builder);
    void readRest(const Json &json, RecordBuilder &builder);
    // Whether there is room for more issues.
    bool wrong(std::string_view member, Error error)
    {
        return m_report.note(m_place + std::string(member), std::move(error));
    }

    const Catalogue &m_catalogue;
    const ProgrammeId &m_programme;
    ImportReport m_report;
    std::string m_place;
    std::set<RecordId> m_ids;
};

bool JsonImport::readHead(const Json &document)
{
    if (!document.is_object() || !textOfMember(document, "format"))
        return wrong("file", {ErrorCode::InvalidInput, "format"}), false;
    if (*textOfMember(document, "format") != kExportFormat)
        return wrong("format", {ErrorCode::Unsupported, shownName(*textOfMember(document, "format"))}), false;
    if (!hasOnly(document, {"format", "programme", "catalogue", "records"}))
        return wrong("file", {ErrorCode::UnknownField, "file"}), false;
    if (const auto revision = document.find("catalogue"); revision != document.end()) {
        const std::optional<std::int64_t> number = integerOf(*revision);
        if (!number || *number > m_catalogue.revision())
            return wrong("catalogue", {number ? ErrorCode::NewerVersion : ErrorCode::InvalidInput, "catalogue"}), false;
    }
    const auto records = document.find("records");
    if (records == document.end() || !records->is_array())
        return wrong("records", {ErrorCode::InvalidInput, "records"}), false;
    return true;
}

void JsonImport::readRecord(const Json &json)
{
    const std::string *name = json.is_object() ? textOfMember(json, "kind") : nullptr;
    if (name == nullptr) {
        wrong("", {ErrorCode::InvalidInput, "kind"});
        return;
    }
    const Kind *kind = m_catalogue.kind(*name);
    if (kind == nullptr) {
        wrong(".kind", {ErrorCode::UnknownKind, shownName(*name)});
        return;
    }
    const std::size_t before = m_report.issues.size();
    if (!hasOnly(json, {"kind", "id", "source_id", "state", "when", "fields"}))
        wrong("", {ErrorCode::UnknownField, kind->name});
    const std::optional<RecordId> id = readId(json, *kind);
    const std::string *sourceId = textOfMember(json, "source_id");
    RecordBuilder builder(*kind, id.value_or(RecordId{}), sourceId != nullptr ? std::string_view(*sourceId) : "");
    readRest(json, builder);
    if (m_report.issues.size() == before)
        m_report.records.push_back(builder.take());
}

std::optional<RecordId> JsonImport::readId(const Json &json, const Kind &kind)
{
    const std::string *sourceId = textOfMember(json, "source_id");
    if (json.contains("source_id") && (sourceId == nullptr || !isSourceId(*sourceId)))
        return wrong(".source_id", {ErrorCode::InvalidInput, kind.name + ".source_id"}), std::nullopt;
    std::optional<RecordId> id;
    if (json.contains("id")) {
        const std::string *hex = textOfMember(json, "id");
        id = hex != nullptr ? RecordId::fromHexText(*hex) : std::nullopt;
        if (!id)
            return wrong(".id", {ErrorCode::InvalidInput, kind.name + ".id"}), std::nullopt;
    } else if (sourceId != nullptr) {
        id = importedId(m_programme, kind.number, *sourceId);
    } else {
        return wrong(".id", {ErrorCode::RequiredMissing, kind.name + ".id"}), std::nullopt;
    }
    if (!m_ids.insert(*id).second)
        return wrong(".id", {ErrorCode::AlreadyExists, kind.name + ".id"}), std::nullopt;
    return id;
}

void JsonImport::readRest(const Json &json, RecordBuilder &builder)
{
    const std::string &kind = builder.kind().name;
    if (json.contains("state")) {
        const std::string *state = textOfMember(json, "state");
        if (const auto set = builder.setState(state != nullptr ? *state : std::string()); !set)
            wrong(".state", set.error());
    }
    if (const auto when = json.find("when"); when != json.end()) {
        const std::optional<std::int64_t> milliseconds = integerOf(*when);
        if (milliseconds && isMoment(*milliseconds))
            builder.setWhen(*milliseconds);
        else
            wrong(".when", {ErrorCode::InvalidInput, kind + ".when"});
    }
    if (const auto fields = json.find("fields"); fields != json.end())
        readFields(*fields, builder);
}

void JsonImport::readFields(const Json &fields, RecordBuilder &builder)
{
    const Kind &kind = builder.kind();
    if (!fields.is_object()) {
        wrong(".fields", {ErrorCode::InvalidInput, kind.name});
        return;
    }
    for (const auto &[name, json] : fields.items()) {
        const Field *field = name == "source_id" ? nullptr : kind.field(name);
        if (field != nullptr)
            readField(*field, json, builder);
        else
            wrong(".fields." + shownName(name), {ErrorCode::UnknownField, kind.name + "." + shownName(name)});
        if (m_report.more)
            return;
    }
}

void JsonImport::readField(const Field &field, const Json &json, RecordBuilder &builder)
{
    const std::string name = builder.kind().name + "." + field.name;
    if (isSet(field.type) != json.is_array()) {
        wrong(".fields." + field.name, {ErrorCode::InvalidInput, name});
        return;
    }
    const auto add = [&](const Json &element) -> Result<void> {
        OURTABLE_ASSIGN(const Value value, elementFrom(field, element, exportedScalar));
        return builder.add(field, value);
    };
    if (!isSet(field.type)) {
        if (const auto added = add(json); !added)
            wrong(".fields." + field.name, {added.error().code, name});
        return;
    }
    std::size_t index = 0;
    for (const Json &element : json) {
        const std::string place = ".fields." + field.name + "[" + std::to_string(index++) + "]";
        if (const auto added = add(element); !added && !wrong(place, {added.error().code, name}))
            return;
    }
}

} // namespace

ImportReport importRecords(const Json &document, const Catalogue &catalogue, const ProgrammeId &programme)
{
    return JsonImport(catalogue, programme).read(document);
}

} // namespace ourtable::usecases
