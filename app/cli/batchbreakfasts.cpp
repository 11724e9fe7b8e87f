// Batch commands of a breakfast, and of the device.
#include "app/cli/batch.h"
#include "app/cli/records.h"
#include "app/cli/sharingcommand.h"
#include "app/cli/texts.h"
#include "core/usecases/breakfasts.h"
#include "core/usecases/interchange/jsonvalues.h"

namespace ourtable::cli {
namespace {

Result<RecordId> gatheringFrom(const Json &command, BatchDesk &desk)
{
    if (!command.contains("gathering"))
        return usecases::openBreakfast(desk.workspace);
    OURTABLE_ASSIGN(const std::string hex, textFrom(command, "gathering"));
    return recordIdOf(hex, "gathering");
}

// Any JSON as a draft's content; a draft is whatever a form needs to come back.
Value contentOf(const Json &json)
{
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_string())
        return json.get<std::string>();
    if (json.is_array()) {
        ValueArray array;
        for (const Json &each : json)
            array.push_back(contentOf(each));
        return array;
    }
    if (json.is_object()) {
        Value map = Value::emptyMap();
        for (const auto &[key, member] : json.items())
            map.set(key, contentOf(member));
        return map;
    }
    const std::optional<std::int64_t> number = usecases::integerOf(json);
    return number ? Value(*number) : Value();
}

} // namespace

Answer batchStart(const Json &command, BatchDesk &desk)
{
    usecases::BreakfastPlan plan;
    plan.place = command.value("place", "");
    plan.title = command.value("title", "");
    plan.question = command.value("question", "");
    plan.date = command.value("date", "");
    plan.start = command.value("start", plan.start);
    plan.kind = command.value("kind", plan.kind);
    OURTABLE_ASSIGN(const RecordId gathering, usecases::startBreakfast(desk.workspace, plan));
    Json json;
    json["id"] = gathering.hex();
    return {json, {}};
}

Answer batchClose(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const RecordId gathering, gatheringFrom(command, desk));
    usecases::Closing closing;
    closing.rulesRead = command.value("rules_read", false);
    closing.notesExplained = command.value("notes_explained", false);
    closing.photo = command.value("photo", closing.photo);
    if (command.contains("reflection")) {
        const Json &said = command["reflection"];
        closing.reflection = usecases::Closing::Reflection{said.value("went_well", ""), said.value("was_hard", ""),
                                                           said.value("voices_missing", ""), said.value("do_differently", "")};
    }
    OURTABLE_TRY(usecases::closeBreakfast(desk.workspace, gathering, closing));
    Json json;
    json["id"] = gathering.hex();
    return {json, {}};
}

Answer batchNote(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const RecordId gathering, gatheringFrom(command, desk));
    usecases::NewNote note;
    OURTABLE_ASSIGN(note.text, textFrom(command, "text"));
    note.kind = command.value("kind", "");
    note.table = command.value("table", note.table);
    note.themes = command.value("themes", std::vector<std::string>());
    note.level = command.value("level", "");
    note.voice = command.value("voice", "");
    note.quotePermission = command.value("quote_permission", "");
    note.language = command.value("language", "");
    if (command.contains("draft"))
        note.draft = command["draft"].get<std::string>();
    OURTABLE_ASSIGN(const RecordId made, usecases::addNote(desk.workspace, gathering, note));
    Json json;
    json["id"] = made.hex();
    return {json, {}};
}

Answer batchNotes(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const RecordId gathering, gatheringFrom(command, desk));
    OURTABLE_ASSIGN(const std::vector<store::RecordView> notes, usecases::notesOf(desk.workspace, gathering));
    Json json;
    json["records"] = Json::array();
    for (const store::RecordView &note : notes)
        json["records"].push_back(jsonOfRecord(note, desk.workspace.catalogue()));
    return {json, {}};
}

Answer batchHeads(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const RecordId gathering, gatheringFrom(command, desk));
    if (command.contains("group")) {
        OURTABLE_ASSIGN(const std::string group, textFrom(command, "group"));
        const std::optional<std::int64_t> step =
            command.contains("step") ? usecases::integerOf(command["step"]) : std::optional<std::int64_t>(1);
        if (!step)
            return Error{ErrorCode::InvalidInput, "step"};
        OURTABLE_TRY(usecases::countHeads(desk.workspace, gathering, group, *step));
    }
    OURTABLE_ASSIGN(const usecases::Headcount heads, usecases::headcount(desk.workspace, gathering));
    Json json;
    json["total"] = heads.total();
    json["lived_experience"] = heads.livedExperience;
    json["carers"] = heads.carers;
    json["local_people"] = heads.localPeople;
    json["staff"] = heads.staff;
    json["did_not_say"] = heads.didNotSay;
    json["first_time"] = heads.firstTime;
    return {json, {}};
}

Answer batchDraft(const Json &command, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const std::string act, textFrom(command, "act"));
    Json json = Json::object();
    if (act == "list") {
        OURTABLE_ASSIGN(const std::vector<std::string> forms, desk.workspace.drafts());
        json["forms"] = forms;
        return {json, {}};
    }
    OURTABLE_ASSIGN(const std::string form, textFrom(command, "form"));
    if (act == "put") {
        OURTABLE_TRY(desk.workspace.keepDraft(form, contentOf(command.value("content", Json()))));
    } else if (act == "drop") {
        OURTABLE_TRY(desk.workspace.discardDraft(form));
    } else if (act == "get") {
        OURTABLE_ASSIGN(const Value content, desk.workspace.draft(form));
        json["content"] = usecases::jsonOf(content);
    } else {
        return Error{ErrorCode::InvalidInput, "act"};
    }
    return {json, {}};
}

Answer batchShare(const Json &, BatchDesk &desk)
{
    const Result<sync::ShareReport> report = desk.workspace.share(desk.device.sharing());
    OURTABLE_ASSIGN(const store::LogCounts counts, desk.workspace.profile().log().counts());
    Answer answer = report ? Answer(jsonOf(*report), {}) : Answer(report.error());
    answer.json.update(jsonOf(counts));
    return answer;
}

Answer batchDigest(const Json &, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const Hash digest, desk.workspace.digest());
    Json json;
    json["digest"] = digest.hex();
    return {json, {}};
}

Answer batchStatus(const Json &, BatchDesk &desk)
{
    OURTABLE_ASSIGN(const usecases::StatusReport report, desk.workspace.status());
    Json json = jsonOf(report);
    json["person"] = desk.workspace.person().hex();
    json["endpoint"] = desk.workspace.endpoint().hex();
    json["from_snapshot"] = desk.workspace.openedFromSnapshot();
    return {json, {}};
}

} // namespace ourtable::cli
