#include "app/cli/commands.h"
#include "app/cli/gatherings.h"
#include "app/cli/records.h"
#include "app/cli/texts.h"
#include "core/catalogue/handles.h"

namespace ourtable::cli {
namespace {

namespace fields = catalogue::kinds::gathering;

std::string textIn(const store::RecordView &view, catalogue::FieldNumber field)
{
    const std::string *text = view.field(field).text();
    return text ? shown(*text) : std::string();
}

} // namespace

Answer runBreakfastStart(const CommandLine &line, Device &device)
{
    usecases::BreakfastPlan plan;
    plan.place = line.value("place").value_or("");
    plan.question = line.value("question").value_or("");
    plan.title = line.value("title").value_or("");
    plan.date = line.value("date").value_or("");
    plan.start = line.value("start").value_or(plan.start);
    plan.kind = line.value("kind").value_or(plan.kind);
    if (const std::optional<std::string> venue = line.value("venue")) {
        OURTABLE_ASSIGN(plan.venue, recordIdOf(*venue, "--venue"));
    }
    if (plan.place.empty() && !plan.venue)
        return misused("Say where the breakfast is with --place.");
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    OURTABLE_ASSIGN(const RecordId gathering, usecases::startBreakfast(*workspace, plan));
    Json json;
    json["gathering"] = gathering.hex();
    return {json, "The breakfast is open. Saved on this device."};
}

Answer runBreakfastClose(const CommandLine &line, Device &device)
{
    usecases::Closing closing;
    closing.rulesRead = line.has("rules-read");
    closing.notesExplained = line.has("notes-explained");
    usecases::Closing::Reflection reflection{line.value("went-well").value_or(""), line.value("was-hard").value_or(""),
                                             line.value("voices-missing").value_or(""), line.value("do-differently").value_or("")};
    const bool said = line.has("went-well") || line.has("was-hard") || line.has("voices-missing") || line.has("do-differently");
    if (said)
        closing.reflection = reflection;
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    OURTABLE_ASSIGN(const RecordId gathering, gatheringMeant(line, *workspace));
    OURTABLE_TRY(usecases::closeBreakfast(*workspace, gathering, closing));
    Json json;
    json["gathering"] = gathering.hex();
    json["still_to_finish"] = !said;
    return {json, said ? "The breakfast is closed. Saved on this device."
                       : "The breakfast is closed, and still to finish: how it went is not written down yet."};
}

Answer runBreakfastList(const CommandLine &, Device &device)
{
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    store::Query query;
    query.kind = fields::kind;
    query.orderBy = store::OrderBy::Field;
    query.orderField = fields::date;
    query.descending = true;
    query.limit = 1000;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> gatherings, workspace->find(query));
    Json json;
    json["gatherings"] = Json::array();
    std::string words;
    for (const store::RecordView &view : gatherings) {
        json["gatherings"].push_back(jsonOfRecord(view, workspace->catalogue()));
        words += (words.empty() ? "" : "\n") + textIn(view, fields::date) + "  " + textIn(view, fields::title) + ", "
            + textIn(view, fields::place) + "  (" + labelOfState(view, workspace->catalogue()) + ")  " + view.id.hex();
    }
    return {json, words.empty() ? std::string("There is no breakfast here yet.") : words};
}

} // namespace ourtable::cli
