#include "app/cli/commands.h"
#include "app/cli/errorwords.h"
#include "app/cli/texts.h"
#include "core/usecases/carrying.h"

namespace ourtable::cli {
namespace {

Json jsonOfThings(const usecases::Things &things)
{
    Json json;
    json["notes"] = things.notes;
    json["promises"] = things.promises;
    json["others"] = things.others;
    return json;
}

std::string countedThings(const usecases::Things &things) { return counted(static_cast<std::size_t>(things.total()), "thing", "things"); }

} // namespace

Answer runCopySave(const CommandLine &line, Device &device)
{
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    OURTABLE_ASSIGN(const usecases::CopyMade made, usecases::makeCopy(*workspace, line.value("to").value_or(".")));
    Json json = jsonOfThings(made.things);
    json["file"] = made.name;
    return {json, "Saved " + countedThings(made.things) + " in " + made.name + ". Until the hub has them, they wait here too."};
}

Answer runCopyTake(const CommandLine &line, Device &device)
{
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    const Result<usecases::CopyTaken> taken = usecases::takeCopy(*workspace, line.words().front());
    if (!taken && taken.error().code == ErrorCode::NotFound)
        return Answer(Error{ErrorCode::NotFound, "file"}, wordsFor({ErrorCode::NotFound, "file"}, workspace->catalogue()), Exit::BadFile);
    if (!taken)
        return taken.error();
    const Json json = jsonOfThings(taken->came);
    if (taken->came.total() == 0)
        return {json, "Everything in it is here already. Nothing was changed."};
    return {json, capital(countedThings(taken->came)) + " brought in. They go to the hub with the next share."};
}

} // namespace ourtable::cli
