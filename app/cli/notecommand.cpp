#include "app/cli/commands.h"
#include "app/cli/gatherings.h"
#include "app/cli/records.h"
#include "app/cli/texts.h"
#include "core/catalogue/handles.h"

namespace ourtable::cli {
namespace {

namespace fields = catalogue::kinds::contribution;

std::string codeIn(const store::RecordView &view, catalogue::FieldNumber field)
{
    const std::string *code = view.field(field).text();
    return code ? *code : std::string();
}

std::string labelIn(const store::RecordView &view, catalogue::FieldNumber number, const catalogue::Catalogue &catalogue)
{
    const catalogue::Field *field = catalogue.kind(view.kind)->field(number);
    const catalogue::Term *term = field && field->vocabulary ? field->vocabulary->find(codeIn(view, number)) : nullptr;
    return term ? term->label : codeIn(view, number);
}

std::string lineOfNote(const store::RecordView &note, const catalogue::Catalogue &catalogue)
{
    const std::int64_t *table = note.field(fields::table).integer();
    const std::string where = "  table " + std::to_string(table ? *table : 0) + "  ";
    if (note.erased)
        return where + "A note was taken back.";
    return where + labelIn(note, fields::kind_, catalogue) + ": " + shown(codeIn(note, fields::text));
}

} // namespace

Answer runNoteAdd(const CommandLine &line, Device &device)
{
    usecases::NewNote note;
    note.text = line.words().front();
    note.kind = line.value("kind").value_or("");
    note.level = line.value("level").value_or("");
    note.voice = line.value("voice").value_or("");
    note.quotePermission = line.value("quote").value_or("");
    note.language = line.value("language").value_or("");
    if (line.has("theme"))
        note.themes = line.list("theme");
    if (const std::optional<std::string> table = line.value("table")) {
        const std::optional<std::int64_t> number = numberOf(*table);
        if (!number)
            return misused("--table takes a number.");
        note.table = *number;
    }
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    OURTABLE_ASSIGN(const RecordId gathering, gatheringMeant(line, *workspace));
    OURTABLE_ASSIGN(const RecordId made, usecases::addNote(*workspace, gathering, note));
    Json json;
    json["id"] = made.hex();
    json["gathering"] = gathering.hex();
    return {json, "Saved on this device."};
}

Answer runNoteList(const CommandLine &line, Device &device)
{
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    OURTABLE_ASSIGN(const RecordId gathering, gatheringToRead(line, *workspace));
    OURTABLE_ASSIGN(const std::vector<store::RecordView> notes, usecases::notesOf(*workspace, gathering));
    OURTABLE_ASSIGN(const usecases::Headcount heads, usecases::headcount(*workspace, gathering));
    Json json;
    json["gathering"] = gathering.hex();
    json["headcount"] = heads.total();
    json["notes"] = Json::array();
    std::string words = capital(counted(notes.size(), "note", "notes")) + ", " + std::to_string(heads.total()) + " in the room";
    for (const store::RecordView &note : notes) {
        json["notes"].push_back(jsonOfRecord(note, workspace->catalogue()));
        words += "\n" + lineOfNote(note, workspace->catalogue());
    }
    return {json, words};
}

Answer runCount(const CommandLine &line, Device &device)
{
    const std::optional<std::int64_t> step = numberOf(line.words()[1]);
    if (!step || *step == 0)
        return misused("Say how many, for example +3 or -1.");
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    OURTABLE_ASSIGN(const RecordId gathering, gatheringMeant(line, *workspace));
    OURTABLE_TRY(usecases::countHeads(*workspace, gathering, line.words()[0], *step));
    OURTABLE_ASSIGN(const usecases::Headcount heads, usecases::headcount(*workspace, gathering));
    Json json;
    json["gathering"] = gathering.hex();
    json["total"] = heads.total();
    json["first_time"] = heads.firstTime;
    return {json, std::to_string(heads.total()) + " in the room, " + std::to_string(heads.firstTime) + " for the first time."};
}

} // namespace ourtable::cli
