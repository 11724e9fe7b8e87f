#include "app/cli/records.h"

#include <algorithm>

#include "app/cli/texts.h"
#include "core/sync/hybridclock.h"
#include "core/usecases/interchange/interchangerecord.h"
#include "core/usecases/interchange/jsonvalues.h"

namespace ourtable::cli {
namespace {

using catalogue::Field;
using catalogue::FieldType;
using usecases::FieldEdit;
using How = usecases::FieldEdit::How;

constexpr std::int64_t kLargestPage = 10'000;

Result<Value> valueOf(const Field &field, const Json &json)
{
    return usecases::elementFrom(field, json, usecases::exportedScalar);
}

// What an array on a set means: what is shown and not in it goes, what is in it and not shown comes.
Result<void> replaceSet(std::vector<FieldEdit> &edits, const Field &field, const Json &array, const store::RecordView *shown)
{
    ValueArray wanted;
    for (const Json &element : array) {
        OURTABLE_ASSIGN(Value value, valueOf(field, element));
        wanted.push_back(std::move(value));
    }
    ValueArray before;
    if (shown && shown->field(field.number).array())
        before = *shown->field(field.number).array();
    const auto holds = [](const ValueArray &all, const Value &one) { return std::find(all.begin(), all.end(), one) != all.end(); };
    for (const Value &value : before)
        if (!holds(wanted, value))
            edits.push_back({field.number, How::Remove, value, std::nullopt});
    for (const Value &value : wanted)
        if (!holds(before, value))
            edits.push_back({field.number, How::Add, value, std::nullopt});
    return {};
}

std::optional<How> howOf(const std::string &word)
{
    if (word == "set")
        return How::Set;
    if (word == "add")
        return How::Add;
    if (word == "remove")
        return How::Remove;
    if (word == "step")
        return How::Step;
    if (word == "clear")
        return How::Clear;
    return std::nullopt;
}

Result<void> addEdit(std::vector<FieldEdit> &edits, const Field &field, const Json &json, const store::RecordView *shown)
{
    if (json.is_null()) {
        edits.push_back({field.number, How::Clear, {}, std::nullopt});
        return {};
    }
    const std::optional<How> how = json.is_object() && json.size() == 1 ? howOf(json.begin().key()) : std::nullopt;
    const Json &given = how ? json.begin().value() : json;
    if (usecases::isSet(field.type) && given.is_array() && (!how || *how == How::Set))
        return replaceSet(edits, field, given, shown);
    if (how == How::Clear) {
        edits.push_back({field.number, How::Clear, {}, std::nullopt});
        return {};
    }
    OURTABLE_ASSIGN(Value value, valueOf(field, given));
    const How plain = field.type == FieldType::Tally ? How::Step : usecases::isSet(field.type) ? How::Add : How::Set;
    edits.push_back({field.number, how.value_or(plain), std::move(value), std::nullopt});
    return {};
}

// The field that a question names; "state" is one too.
const Field *fieldNamed(const catalogue::Kind &kind, const std::string &name)
{
    static const Field state = [] {
        Field made;
        made.number = catalogue::kStateField;
        made.name = "state";
        made.type = FieldType::State;
        return made;
    }();
    if (name == "state" && !kind.states.empty())
        return &state;
    return kind.field(name);
}

Result<store::Filter> filterFrom(const Field &field, const Json &json)
{
    const bool says = json.is_object() && json.size() == 1;
    const std::string word = says ? json.begin().key() : "equal";
    const Json &given = says ? json.begin().value() : json;
    store::Filter filter{field.number, store::Comparison::Equal, {}};
    if (word == "empty") {
        filter.comparison = store::Comparison::IsEmpty;
        if (!given.is_boolean())
            return Error{ErrorCode::InvalidInput, "where"};
        filter.value = given.get<bool>();
        return filter;
    }
    if (word == "in") {
        filter.comparison = store::Comparison::In;
        ValueArray values;
        for (const Json &each : given) {
            OURTABLE_ASSIGN(Value value, valueOf(field, each));
            values.push_back(std::move(value));
        }
        filter.value = std::move(values);
        return filter;
    }
    if (word == "before")
        filter.comparison = store::Comparison::Before;
    else if (word == "after")
        filter.comparison = store::Comparison::After;
    else if (word == "contains")
        filter.comparison = store::Comparison::Contains;
    else if (word != "equal")
        return Error{ErrorCode::InvalidInput, "where"};
    OURTABLE_ASSIGN(filter.value, valueOf(field, given));
    return filter;
}

Result<void> readOrder(store::Query &query, const Json &command, const catalogue::Kind &kind)
{
    query.descending = command.value("descending", false);
    if (!command.contains("order"))
        return {};
    OURTABLE_ASSIGN(const std::string order, textFrom(command, "order"));
    if (order == "created" || order == "updated") {
        query.orderBy = order == "created" ? store::OrderBy::Created : store::OrderBy::Updated;
        return {};
    }
    const Field *field = fieldNamed(kind, order);
    if (!field)
        return Error{ErrorCode::UnknownField, kind.name};
    query.orderBy = store::OrderBy::Field;
    query.orderField = field->number;
    return {};
}

Result<void> readPage(store::Query &query, const Json &command)
{
    if (command.contains("after")) {
        OURTABLE_ASSIGN(const std::string after, textFrom(command, "after"));
        OURTABLE_ASSIGN(query.after, recordIdOf(after, "after"));
    }
    if (!command.contains("limit"))
        return {};
    const std::optional<std::int64_t> limit = usecases::integerOf(command["limit"]);
    if (!limit || *limit < 1)
        return Error{ErrorCode::InvalidInput, "limit"};
    if (*limit > kLargestPage)
        return Error{ErrorCode::TooLarge, "limit"};
    query.limit = static_cast<std::size_t>(*limit);
    return {};
}

} // namespace

Json jsonOfRecord(const store::RecordView &view, const catalogue::Catalogue &catalogue)
{
    const catalogue::Kind *kind = catalogue.kind(view.kind);
    Json json;
    json["id"] = view.id.hex();
    json["kind"] = kind ? kind->name : std::to_string(view.kind);
    if (!view.state.empty())
        json["state"] = view.state;
    Json fields = Json::object();
    for (const auto &[number, value] : view.fields)
        if (const Field *field = kind ? kind->field(number) : nullptr)
            fields[field->name] = usecases::jsonOf(value);
    json["fields"] = std::move(fields);
    for (const catalogue::FieldNumber number : view.twoVersions) {
        const Field *field = kind ? kind->field(number) : nullptr;
        json["two_versions"].push_back(field ? field->name : number == catalogue::kStateField ? "state" : std::to_string(number));
    }
    if (view.hidden)
        json["hidden"] = true;
    if (view.erased)
        json["erased"] = true;
    if (!view.sourceId.empty())
        json["source_id"] = view.sourceId;
    json["created_by"] = view.createdBy.hex();
    json["created"] = sync::millisecondsOfClock(view.createdClock);
    return json;
}

Result<std::vector<FieldEdit>> editsFrom(const Json &fields, const catalogue::Kind &kind, const store::RecordView *shown)
{
    std::vector<FieldEdit> edits;
    if (fields.is_null())
        return edits;
    if (!fields.is_object())
        return Error{ErrorCode::InvalidInput, "fields"};
    for (const auto &[name, json] : fields.items()) {
        const Field *field = kind.field(name);
        if (!field)
            return Error{ErrorCode::UnknownField, kind.name + "." + usecases::shownName(name)};
        const Result<void> added = addEdit(edits, *field, json, shown);
        if (!added)
            return Error{added.error().code, kind.name + "." + field->name};
    }
    return edits;
}

Result<store::Query> queryFrom(const Json &command, const catalogue::Catalogue &catalogue)
{
    OURTABLE_ASSIGN(const catalogue::Kind *kind, kindFrom(command, catalogue));
    store::Query query;
    query.kind = kind->number;
    query.includeHidden = command.value("hidden", false);
    query.includeErased = command.value("erased", false);
    if (command.contains("where")) {
        if (!command["where"].is_object())
            return Error{ErrorCode::InvalidInput, "where"};
        for (const auto &[name, json] : command["where"].items()) {
            const Field *field = fieldNamed(*kind, name);
            if (!field)
                return Error{ErrorCode::UnknownField, kind->name + "." + usecases::shownName(name)};
            OURTABLE_ASSIGN(store::Filter filter, filterFrom(*field, json));
            query.filters.push_back(std::move(filter));
        }
    }
    OURTABLE_TRY(readOrder(query, command, *kind));
    OURTABLE_TRY(readPage(query, command));
    return query;
}

Result<const catalogue::Kind *> kindFrom(const Json &command, const catalogue::Catalogue &catalogue)
{
    OURTABLE_ASSIGN(const std::string name, textFrom(command, "kind"));
    const catalogue::Kind *kind = catalogue.kind(name);
    if (!kind)
        return Error{ErrorCode::UnknownKind, usecases::shownName(name)};
    return kind;
}

Result<std::string> textFrom(const Json &command, const char *member)
{
    const auto found = command.find(member);
    if (found == command.end())
        return Error{ErrorCode::RequiredMissing, member};
    if (!found->is_string())
        return Error{ErrorCode::InvalidInput, member};
    return found->get<std::string>();
}

} // namespace ourtable::cli
