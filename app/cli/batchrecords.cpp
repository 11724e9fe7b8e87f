// Batch commands over any kind of record.
#include "app/cli/batch.h"
#include "app/cli/records.h"
#include "app/cli/texts.h"
#include "core/usecases/interchange/interchangerecord.h"

namespace ourtable::cli {
namespace {

using usecases::FieldEdit;

const Json kNothing = nullptr;

Result<RecordId> idFrom(const Json &command)
{
    OURTABLE_ASSIGN(const std::string hex, textFrom(command, "id"));
    return recordIdOf(hex);
}

const Json &fieldsOf(const Json &command)
{
    const auto found = command.find("fields");
    return found == command.end() ? kNothing : *found;
}

std::optional<std::string> draftOf(const Json &command)
{
    return command.contains("draft") ? std::optional(command["draft"].get<std::string>()) : std::nullopt;
}

// The record as it is shown now, if it may be read: a sealed one is written to without seeing it.
struct Target {
    RecordId id;
    const catalogue::Kind *kind = nullptr;
    std::optional<store::RecordView> shown;
};

Result<Target> targetFrom(const Json &command, BatchDesk &desk)
{
    Target target;
    OURTABLE_ASSIGN(target.id, idFrom(command));
    Result<store::RecordView> view = desk.workspace.get(target.id);
    if (view) {
        target.kind = desk.workspace.catalogue().kind(view->kind);
        target.shown = std::move(*view);
    } else if (command.contains("kind")) {
        OURTABLE_ASSIGN(target.kind, kindFrom(command, desk.workspace.catalogue()));
    } else {
        return view.error();
    }
    if (!target.kind)
        return Error{ErrorCode::UnknownKind, {}};
    return target;
}

Result<std::vector<FieldEdit>> editsOf(const Json &command, const Target &target)
{
    return editsFrom(fieldsOf(command), *target.kind, target.shown ? &*target.shown : nullptr);
}

Answer done(const RecordId &id)
{
    Json json;
    json["id"] = id.hex();
    return {json, {}};
}

} // namespace

Answer batchPut(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const catalogue::Kind *kind, kindFrom(command, desk.workspace.catalogue()));
    OURTABLE_ASSIGN(std::vector<FieldEdit> edits, editsFrom(fieldsOf(command), *kind, nullptr));
    usecases::CreateOptions options;
    if (command.contains("id")) {
        OURTABLE_ASSIGN(options.id, idFrom(command));
    }
    if (command.contains("state")) {
        OURTABLE_ASSIGN(options.state, textFrom(command, "state"));
    }
    options.draft = draftOf(command);
    OURTABLE_ASSIGN(const usecases::Saved saved, desk.workspace.create(kind->number, std::move(edits), options));
    Answer answer = done(saved.record);
    answer.json["sealed"] = saved.sealed;
    return answer;
}

Answer batchSet(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const Target target, targetFrom(command, desk));
    OURTABLE_ASSIGN(std::vector<FieldEdit> edits, editsOf(command, target));
    OURTABLE_TRY(desk.workspace.change(target.id, std::move(edits), draftOf(command)));
    return done(target.id);
}

Answer batchMove(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const Target target, targetFrom(command, desk));
    OURTABLE_ASSIGN(const std::string to, textFrom(command, "to"));
    OURTABLE_ASSIGN(std::vector<FieldEdit> edits, editsOf(command, target));
    OURTABLE_TRY(desk.workspace.move(target.id, to, std::move(edits)));
    return done(target.id);
}

Answer batchGet(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const RecordId id, idFrom(command));
    OURTABLE_ASSIGN(const store::RecordView view, desk.workspace.get(id));
    OURTABLE_ASSIGN(const bool shared, desk.workspace.profile().log().isAcknowledged(id));
    Json json;
    json["record"] = jsonOfRecord(view, desk.workspace.catalogue());
    json["shared"] = shared;
    return {json, {}};
}

Answer batchFind(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const store::Query query, queryFrom(command, desk.workspace.catalogue()));
    OURTABLE_ASSIGN(const std::vector<store::RecordView> found, desk.workspace.find(query));
    Json json;
    json["records"] = Json::array();
    for (const store::RecordView &view : found)
        json["records"].push_back(jsonOfRecord(view, desk.workspace.catalogue()));
    if (found.size() == query.limit)
        json["next"] = found.back().id.hex();
    return {json, {}};
}

Answer batchCount(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const store::Query query, queryFrom(command, desk.workspace.catalogue()));
    OURTABLE_ASSIGN(const std::int64_t count, desk.workspace.count(query));
    Json json;
    json["count"] = count;
    return {json, {}};
}

Answer batchSearch(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const std::string typed, textFrom(command, "words"));
    std::optional<catalogue::KindNumber> among;
    if (command.contains("kind")) {
        OURTABLE_ASSIGN(const catalogue::Kind *const kind, kindFrom(command, desk.workspace.catalogue()));
        among = kind->number;
    }
    OURTABLE_ASSIGN(const std::vector<store::SearchHit> hits, desk.workspace.search(typed, command.value("limit", std::size_t(50)), among));
    Json json;
    json["hits"] = Json::array();
    for (const store::SearchHit &hit : hits)
        json["hits"].push_back(hit.id.hex());
    return {json, {}};
}

Answer batchSettle(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const Target target, targetFrom(command, desk));
    OURTABLE_ASSIGN(const std::string name, textFrom(command, "field"));
    Json fields = Json::object();
    fields[name] = command.contains("value") ? command["value"] : Json(nullptr);
    OURTABLE_ASSIGN(const std::vector<FieldEdit> edits, editsFrom(fields, *target.kind, nullptr));
    if (edits.size() != 1 || edits.front().how != FieldEdit::How::Set)
        return Error{ErrorCode::InvalidInput, target.kind->name + "." + usecases::shownName(name)};
    OURTABLE_TRY(desk.workspace.settle(target.id, edits.front().field, edits.front().value));
    return done(target.id);
}

Answer batchHide(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const RecordId id, idFrom(command));
    OURTABLE_TRY(desk.workspace.hide(id));
    return done(id);
}

Answer batchRestore(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const RecordId id, idFrom(command));
    OURTABLE_TRY(desk.workspace.restore(id));
    return done(id);
}

Answer batchTakeBack(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const RecordId id, idFrom(command));
    OURTABLE_TRY(desk.workspace.takeBack(id));
    return done(id);
}

} // namespace ourtable::cli
