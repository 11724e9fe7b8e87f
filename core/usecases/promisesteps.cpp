#include "core/usecases/promisesteps.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/support/civiltime.h"
#include "core/usecases/guards.h"
#include "core/usecases/promiseorder.h"
#include "core/usecases/recordoffers.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {
namespace {

namespace promise = catalogue::kinds::action;
namespace update = catalogue::kinds::action_update;
using namespace parts;

constexpr std::size_t kTogether = 50; // updates in one change

bool asksWhy(std::string_view to) { return to == "stuck" || to == "changed" || to == "not_going_ahead"; }
bool isWhy(std::string_view guard) { return guard == "because_given"; }
// More people than the mover have to say so. Other guards leave it to the owner alone.
bool isShared(std::string_view guard) { return guard == "lay_sign_off" || guard == "owner_and_coordinator"; }

PlannedChange updateOn(Workspace &workspace, const RecordId &record, const std::string &words, const std::string &state)
{
    PlannedChange told;
    told.kind = update::kind;
    told.record = workspace.profile().around().random.make<RecordId>();
    told.creates = true;
    told.edits = {set(update::action, record), set(update::on, dateOfMilliseconds(workspace.now())),
                  set(update::by, RecordId{workspace.person().octets}), set(update::text, words)};
    setUnlessEmpty(told.edits, update::new_state, state);
    return told;
}

Result<void> checkWords(const PromiseStep &step)
{
    if (step.words.empty() && (step.to.empty() || step.sayOnly))
        return Error{ErrorCode::RequiredMissing, "action_update.text"};
    if (step.words.empty() && asksWhy(step.to))
        return Error{ErrorCode::RequiredMissing, "action.because"};
    if (step.to == "changed" && !step.sayOnly && step.newText.empty())
        return Error{ErrorCode::RequiredMissing, "action.text"};
    return {};
}

// The guard that stands in the way of a move apart from the reason, which is asked for; empty when none does.
Result<std::string> guardInTheWay(Workspace &workspace, const RecordId &record, const sync::RecordState &state, const catalogue::Move &move)
{
    const catalogue::Kind &kind = *workspace.catalogue().kind(state.kind);
    const GuardContext context{workspace, kind, record, state, [&state](catalogue::FieldNumber field) { return state.shown(field); }, move.from, move.to};
    for (const std::string &guard : move.guards) {
        if (isWhy(guard))
            continue;
        OURTABLE_ASSIGN(const bool holds, guardHolds(guard, context));
        if (!holds)
            return guard;
    }
    return std::string();
}

Result<bool> wasAskedToday(Workspace &workspace, const RecordId &record, const std::string &words)
{
    store::Query query = of(update::kind, update::action, record);
    query.filters.push_back({update::on, store::Comparison::Equal, Value(dateOfMilliseconds(workspace.now()))});
    query.filters.push_back({update::by, store::Comparison::Equal, RecordId{workspace.person().octets}});
    OURTABLE_ASSIGN(const std::vector<store::RecordView> told, workspace.find(query));
    return std::any_of(told.begin(), told.end(), [&words](const store::RecordView &each) { return textIn(each, update::text) == words; });
}

bool isLayPartner(const Workspace &workspace)
{
    const catalogue::Role *lay = workspace.catalogue().role("lay_partner");
    const std::vector<catalogue::RoleNumber> roles = workspace.roles();
    return lay && std::find(roles.begin(), roles.end(), lay->number) != roles.end();
}

// Whoever signs it off stands there; who says that it is not really done takes the signature off.
Result<void> addSignature(Workspace &workspace, const PromiseStep &step, std::vector<FieldEdit> &edits)
{
    OURTABLE_ASSIGN(const store::RecordView before, workspace.get(step.promise));
    if (step.to == "done" && textIn(before, promise::owner_type) == "organisation" && isLayPartner(workspace))
        edits.push_back(set(promise::signed_off_by, RecordId{workspace.person().octets}));
    if (before.state == "done" && !before.field(promise::signed_off_by).isNull())
        edits.push_back({promise::signed_off_by, FieldEdit::How::Clear, {}, std::nullopt});
    return {};
}

} // namespace

Result<void> takeStep(Workspace &workspace, const PromiseStep &step)
{
    OURTABLE_TRY(checkWords(step));
    std::vector<PlannedChange> together;
    if (!step.to.empty() && !step.sayOnly) {
        PlannedChange moved;
        moved.record = step.promise;
        moved.moveTo = step.to;
        if (asksWhy(step.to))
            moved.edits.push_back(set(promise::because, step.words));
        if (step.to == "changed")
            moved.edits.push_back(set(promise::text, step.newText));
        OURTABLE_TRY(addSignature(workspace, step, moved.edits));
        together.push_back(std::move(moved));
    }
    if (!step.words.empty())
        together.push_back(updateOn(workspace, step.promise, step.words, step.to));
    return workspace.commit(std::move(together), step.draft);
}

Result<std::vector<PromiseOffer>> offersForPromise(Workspace &workspace, const RecordId &record)
{
    OURTABLE_ASSIGN(const RecordOffers may, offersFor(workspace, record));
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.state(record));
    const std::string *from = state.shown(catalogue::kStateField).text();
    std::vector<PromiseOffer> offers;
    for (const std::string &to : may.moves) {
        const catalogue::Move *move = from ? catalogue::Catalogue::move(*workspace.catalogue().kind(state.kind), *from, to) : nullptr;
        if (!move)
            continue;
        OURTABLE_ASSIGN(const std::string guard, guardInTheWay(workspace, record, state, *move));
        if (guard.empty() || isShared(guard))
            offers.push_back({to, asksWhy(to) || !guard.empty(), to == "changed" && guard.empty(), guard});
    }
    return offers;
}

Result<bool> mayGoBackTo(Workspace &workspace, const RecordId &record, std::string_view state)
{
    OURTABLE_ASSIGN(const std::vector<PromiseOffer> offers, offersForPromise(workspace, record));
    return std::any_of(offers.begin(), offers.end(), [state](const PromiseOffer &offer) {
        return offer.to == state && !offer.words && !offer.newText && offer.waitsFor.empty();
    });
}

Result<Asked> askHowItIsGoing(Workspace &workspace, std::span<const RecordId> promises, const std::string &words)
{
    Asked asked;
    std::vector<PlannedChange> together;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> views, workspace.getMany(promises));
    for (const store::RecordView &each : views) {
        if (each.kind != promise::kind || isPromiseOver(each.state)) {
            ++asked.over;
            continue;
        }
        OURTABLE_ASSIGN(const bool already, wasAskedToday(workspace, each.id, words));
        if (already)
            ++asked.askedToday;
        else
            together.push_back(updateOn(workspace, each.id, words, {}));
    }
    asked.asked = together.size();
    for (std::size_t first = 0; first < together.size(); first += kTogether) {
        const auto from = together.begin() + static_cast<std::ptrdiff_t>(first);
        const auto to = together.begin() + static_cast<std::ptrdiff_t>(std::min(first + kTogether, together.size()));
        OURTABLE_TRY(workspace.commit({std::make_move_iterator(from), std::make_move_iterator(to)}));
    }
    return asked;
}

} // namespace ourtable::usecases
