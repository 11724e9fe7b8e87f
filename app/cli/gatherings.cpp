#include "app/cli/gatherings.h"

#include "app/cli/texts.h"
#include "core/catalogue/handles.h"

namespace ourtable::cli {

Result<RecordId> gatheringMeant(const CommandLine &line, usecases::Workspace &workspace)
{
    if (const std::optional<std::string> given = line.value("gathering"))
        return recordIdOf(*given, "--gathering");
    return usecases::openBreakfast(workspace);
}

Result<RecordId> gatheringToRead(const CommandLine &line, usecases::Workspace &workspace)
{
    const Result<RecordId> open = gatheringMeant(line, workspace);
    if (open || open.error().code != ErrorCode::NotFound)
        return open;
    store::Query latest;
    latest.kind = catalogue::kinds::gathering::kind;
    latest.orderBy = store::OrderBy::Field;
    latest.orderField = catalogue::kinds::gathering::date;
    latest.descending = true;
    latest.limit = 1;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> found, workspace.find(latest));
    if (found.empty())
        return open;
    return found.front().id;
}

std::string labelOfState(const store::RecordView &view, const catalogue::Catalogue &catalogue)
{
    const catalogue::Kind *kind = catalogue.kind(view.kind);
    const catalogue::Term *term = kind && kind->stateVocabulary ? kind->stateVocabulary->find(view.state) : nullptr;
    return term ? term->label : view.state;
}

} // namespace ourtable::cli
