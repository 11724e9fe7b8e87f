#include "core/usecases/promisestory.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;
using namespace parts;

Result<std::vector<store::RecordView>> notesBehind(Workspace &workspace, const store::RecordView &promise)
{
    std::vector<RecordId> ids;
    const ValueArray *held = promise.field(kinds::action::contributions).array();
    for (const Value &each : held ? *held : ValueArray()) {
        if (const std::optional<RecordId> id = each.id<RecordId>())
            ids.push_back(*id);
    }
    OURTABLE_ASSIGN(std::vector<store::RecordView> notes, workspace.getMany(ids));
    std::erase_if(notes, [](const store::RecordView &note) { return note.hidden || note.erased || note.state == "withdrawn"; });
    return notes;
}

Result<std::vector<store::RecordView>> needsOn(Workspace &workspace, const std::vector<store::RecordView> &notes)
{
    std::vector<store::RecordView> needs;
    for (const store::RecordView &note : notes) {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> some, workspace.find(of(kinds::need_statement::kind, kinds::need_statement::contributions, note.id)));
        for (const store::RecordView &need : some) {
            if (std::none_of(needs.begin(), needs.end(), [&need](const store::RecordView &other) { return other.id == need.id; }))
                needs.push_back(need);
        }
    }
    return needs;
}

Result<std::vector<store::RecordView>> updatesNewestFirst(Workspace &workspace, const RecordId &promise)
{
    OURTABLE_ASSIGN(std::vector<store::RecordView> updates, workspace.find(of(kinds::action_update::kind, kinds::action_update::action, promise)));
    std::sort(updates.begin(), updates.end(), [](const store::RecordView &a, const store::RecordView &b) {
        const auto key = [](const store::RecordView &view) { return std::tuple(textIn(view, kinds::action_update::on), view.createdClock, view.id); };
        return key(a) > key(b);
    });
    return updates;
}

// Somebody may say that it is kept before the one who signs it off does. A word that is older than the last move is answered.
Result<void> findUnanswered(Workspace &workspace, PromiseStory &story)
{
    const auto said = std::find_if(story.updates.begin(), story.updates.end(),
                                   [](const store::RecordView &each) { return !textIn(each, kinds::action_update::new_state).empty(); });
    if (said == story.updates.end())
        return {};
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.state(story.promise.id));
    const auto moved = state.fields.find(catalogue::kStateField);
    if (moved != state.fields.end() && !moved->second.siblings.empty() && moved->second.siblings.front().clock > said->createdClock)
        return {};
    const std::string to = textIn(*said, kinds::action_update::new_state);
    const catalogue::Move *move = catalogue::Catalogue::move(*workspace.catalogue().kind(kinds::action::kind), story.promise.state, to);
    if (!move)
        return {};
    story.said = to;
    const auto guard = std::find_if(move->guards.begin(), move->guards.end(), [](const std::string &each) { return each != "because_given"; });
    story.waitsFor = guard == move->guards.end() ? std::string() : *guard;
    return {};
}

} // namespace

Result<PromiseStory> storyOf(Workspace &workspace, const RecordId &promise)
{
    PromiseStory story;
    OURTABLE_ASSIGN(story.promise, workspace.get(promise));
    if (story.promise.kind != kinds::action::kind)
        return Error{ErrorCode::NotFound, "action"};
    if (const std::optional<RecordId> gathering = story.promise.field(kinds::action::gathering).id<RecordId>()) {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> found, workspace.getMany(std::span(&*gathering, 1)));
        if (!found.empty())
            story.gathering = found.front();
    }
    OURTABLE_ASSIGN(story.updates, updatesNewestFirst(workspace, promise));
    OURTABLE_ASSIGN(story.notes, notesBehind(workspace, story.promise));
    OURTABLE_ASSIGN(story.needs, needsOn(workspace, story.notes));
    OURTABLE_ASSIGN(story.feedback, workspace.find(of(kinds::feedback::kind, kinds::feedback::actions, promise)));
    OURTABLE_TRY(findUnanswered(workspace, story));
    return story;
}

} // namespace ourtable::usecases
