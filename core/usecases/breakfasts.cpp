#include "core/usecases/breakfasts.h"

#include <algorithm>
#include <map>

#include "core/catalogue/handles.h"
#include "core/support/civiltime.h"
#include "core/usecases/interchange/interchangerecord.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;
using namespace parts;
using store::Query;

// Gatherings, the latest day first.
Result<std::vector<store::RecordView>> gatherings(Workspace &workspace)
{
    OURTABLE_ASSIGN(std::vector<store::RecordView> found, workspace.find(of(kinds::gathering::kind)));
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return std::pair(textIn(a, kinds::gathering::date), textIn(a, kinds::gathering::start))
            > std::pair(textIn(b, kinds::gathering::date), textIn(b, kinds::gathering::start));
    });
    return found;
}

} // namespace

Result<RecordId> startBreakfast(Workspace &workspace, const BreakfastPlan &plan)
{
    namespace fields = kinds::gathering;
    std::vector<FieldEdit> edits{
        set(fields::kind_, plan.kind),
        set(fields::date, plan.date.empty() ? dateOfMilliseconds(workspace.now()) : plan.date),
        set(fields::start, plan.start),
        set(fields::title, plan.title.empty() ? std::string("Breakfast") : plan.title),
        set(fields::host, workspace.person()),
    };
    setUnlessEmpty(edits, fields::opening_question, plan.question);
    std::string place = plan.place;
    if (plan.venue) {
        edits.push_back(set(fields::venue, *plan.venue));
        OURTABLE_ASSIGN(const store::RecordView venue, workspace.get(*plan.venue));
        place = place.empty() ? textIn(venue, kinds::organisation::name) : place;
    }
    setUnlessEmpty(edits, fields::place, place);
    CreateOptions options;
    options.state = "open";
    options.draft = plan.draft;
    OURTABLE_ASSIGN(const Saved saved, workspace.create(kinds::gathering::kind, std::move(edits), options));
    return saved.record;
}

Result<RecordId> openBreakfast(Workspace &workspace)
{
    OURTABLE_ASSIGN(const std::vector<store::RecordView> all, gatherings(workspace));
    const store::RecordView *latest = nullptr;
    const auto when = [](const store::RecordView &view) {
        return std::pair(textIn(view, kinds::gathering::date), view.createdClock); // of one day, the one that was started last
    };
    for (const store::RecordView &view : all) {
        if (view.state == "open" && (!latest || when(*latest) < when(view)))
            latest = &view;
    }
    if (!latest)
        return Error{ErrorCode::NotFound, "open breakfast"};
    return latest->id;
}

Result<RecordId> addNote(Workspace &workspace, const RecordId &gathering, const NewNote &note)
{
    namespace fields = kinds::contribution;
    const Result<store::RecordView> there = workspace.get(gathering);
    if (!there && there.error().code != ErrorCode::NotFound)
        return there.error();
    if (!there || there->kind != kinds::gathering::kind) // a note of nowhere would show up nowhere
        return Error{ErrorCode::NotFound, "gathering"};
    Query table = of(fields::kind, fields::gathering, gathering);
    table.filters.push_back({fields::table, store::Comparison::Equal, note.table});
    OURTABLE_ASSIGN(const std::int64_t before, workspace.count(table));
    std::vector<FieldEdit> edits{
        set(fields::gathering, gathering),
        set(fields::table, note.table),
        set(fields::order, before + 1),
        set(fields::text, note.text),
        set(fields::noted_by, workspace.person()),
    };
    setUnlessEmpty(edits, fields::kind_, note.kind);
    for (const std::string &theme : note.themes)
        edits.push_back(add(fields::theme, theme));
    setUnlessEmpty(edits, fields::level, note.level);
    setUnlessEmpty(edits, fields::voice, note.voice);
    setUnlessEmpty(edits, fields::quote_permission, note.quotePermission);
    setUnlessEmpty(edits, fields::language, note.language);
    CreateOptions options;
    options.state = "noted";
    options.draft = note.draft;
    OURTABLE_ASSIGN(const Saved saved, workspace.create(fields::kind, std::move(edits), options));
    return saved.record;
}

Result<std::vector<store::RecordView>> notesOf(Workspace &workspace, const RecordId &gathering, std::optional<std::int64_t> table)
{
    namespace fields = kinds::contribution;
    Query query = of(fields::kind, fields::gathering, gathering);
    if (table)
        query.filters.push_back({fields::table, store::Comparison::Equal, *table});
    OURTABLE_ASSIGN(std::vector<store::RecordView> notes, workspace.find(query));
    std::sort(notes.begin(), notes.end(), [](const auto &a, const auto &b) {
        const auto key = [](const store::RecordView &view) {
            return std::tuple(numberOf(view, fields::table), numberOf(view, fields::order), view.createdClock, view.id);
        };
        return key(a) < key(b);
    });
    return notes;
}

Result<void> countHeads(Workspace &workspace, const RecordId &gathering, std::string_view group, std::int64_t step)
{
    const catalogue::Kind *kind = workspace.catalogue().kind(kinds::headcount_tally::kind);
    const catalogue::Field *field = kind->field(group);
    if (!field || field->type != catalogue::FieldType::Tally)
        return Error{ErrorCode::UnknownField, kind->name};
    const FieldEdit counted{field->number, FieldEdit::How::Step, step, std::nullopt};
    const RecordId tally = headcountIdOf(gathering);
    if (workspace.get(tally))
        return workspace.change(tally, {counted});
    CreateOptions options;
    options.id = tally;
    const Result<Saved> made = workspace.create(kind->number, {set(kinds::headcount_tally::gathering, gathering), counted}, options);
    return made ? Result<void>() : made.error();
}

Result<Headcount> headcount(Workspace &workspace, const RecordId &gathering)
{
    namespace fields = kinds::headcount_tally;
    const Result<store::RecordView> tally = workspace.get(headcountIdOf(gathering));
    if (!tally && tally.error().code == ErrorCode::NotFound)
        return Headcount{};
    if (!tally)
        return tally.error();
    return Headcount{numberOf(*tally, fields::lived_experience), numberOf(*tally, fields::carers),
                     numberOf(*tally, fields::local_people),     numberOf(*tally, fields::staff),
                     numberOf(*tally, fields::did_not_say),      numberOf(*tally, fields::first_time)};
}

Result<void> closeBreakfast(Workspace &workspace, const RecordId &gathering, const Closing &closing)
{
    namespace fields = kinds::gathering;
    std::vector<PlannedChange> together;
    PlannedChange close;
    close.record = gathering;
    close.edits = {set(fields::ground_rules_read, closing.rulesRead), set(fields::notes_explained, closing.notesExplained),
                   set(fields::photo, closing.photo), add(fields::closed_by, workspace.person())};
    OURTABLE_ASSIGN(const store::RecordView before, workspace.get(gathering));
    close.moveTo = before.state == "closed" ? "" : "closed"; // another tablet was first: both names stay
    together.push_back(std::move(close));
    if (closing.reflection) {
        namespace words = kinds::reflection;
        PlannedChange reflection;
        reflection.kind = words::kind;
        reflection.creates = true;
        reflection.edits = {set(words::gathering, gathering), add(words::written_by, workspace.person())};
        setUnlessEmpty(reflection.edits, words::went_well, closing.reflection->wentWell);
        setUnlessEmpty(reflection.edits, words::was_hard, closing.reflection->wasHard);
        setUnlessEmpty(reflection.edits, words::voices_missing, closing.reflection->voicesMissing);
        setUnlessEmpty(reflection.edits, words::do_differently, closing.reflection->doDifferently);
        together.push_back(std::move(reflection));
    }
    OURTABLE_TRY(workspace.commit(std::move(together)));
    // Closing ends the time in which sealed records of this gathering may be corrected.
    return workspace.dropEditCopies(gathering);
}

Result<std::vector<store::RecordView>> stillToFinish(Workspace &workspace)
{
    OURTABLE_ASSIGN(std::vector<store::RecordView> all, gatherings(workspace));
    std::vector<store::RecordView> unfinished;
    for (auto view = all.rbegin(); view != all.rend(); ++view) {
        if (view->state != "closed")
            continue;
        OURTABLE_ASSIGN(const std::int64_t reflections, workspace.count(of(kinds::reflection::kind, kinds::reflection::gathering, view->id)));
        if (reflections == 0)
            unfinished.push_back(std::move(*view));
    }
    return unfinished;
}

Result<std::vector<TableCount>> tablesOf(Workspace &workspace, const RecordId &gathering)
{
    static constexpr std::int64_t kUsual = 4; // when nobody said how many
    namespace fields = kinds::gathering_table;
    OURTABLE_ASSIGN(const store::RecordView view, workspace.get(gathering));
    if (view.kind != kinds::gathering::kind)
        return Error{ErrorCode::NotFound, "gathering"};
    std::map<std::int64_t, TableCount> tables;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> named, workspace.find(of(fields::kind, fields::gathering, gathering)));
    for (const store::RecordView &one : named) {
        TableCount &table = tables[numberOf(one, fields::n)]; // two tablets may have named the same: what is said first stays
        table.topic = table.topic.empty() ? textIn(one, fields::topic) : table.topic;
        table.place = table.place.empty() ? textIn(one, fields::place) : table.place;
    }
    for (std::int64_t usual = 1; named.empty() && usual <= kUsual; ++usual)
        tables[usual];
    if (!workspace.may(*workspace.catalogue().kind(kinds::contribution::kind), catalogue::Right::Read))
        return Error{ErrorCode::NotPermitted, "contribution read"};
    OURTABLE_ASSIGN(const std::vector<store::ValueCount> counts,
                    workspace.projection().countBy(of(kinds::contribution::kind, kinds::contribution::gathering, gathering),
                                                   kinds::contribution::table));
    for (const store::ValueCount &count : counts) {
        if (const std::int64_t *number = count.value.integer())
            tables[*number].notes = count.records;
    }
    std::vector<TableCount> all;
    for (auto &[number, table] : tables) {
        table.table = number;
        all.push_back(std::move(table));
    }
    return all;
}

Result<std::vector<store::RecordView>> recapFor(Workspace &workspace, const RecordId &gathering)
{
    static constexpr std::size_t kLookedBackAt = 3;
    static constexpr std::string_view kFinished[] = {"done", "not_going_ahead", "let_go", "changed"};
    OURTABLE_ASSIGN(const std::vector<store::RecordView> all, gatherings(workspace));
    auto at = std::find_if(all.begin(), all.end(), [&](const store::RecordView &view) { return view.id == gathering; });
    if (at == all.end())
        return Error{ErrorCode::NotFound, "gathering"};
    std::vector<store::RecordView> promises;
    std::size_t looked = 0;
    for (++at; at != all.end() && looked < kLookedBackAt; ++at, ++looked) {
        OURTABLE_ASSIGN(std::vector<store::RecordView> made, workspace.find(of(kinds::action::kind, kinds::action::gathering, at->id)));
        for (store::RecordView &promise : made) {
            if (std::find(std::begin(kFinished), std::end(kFinished), promise.state) == std::end(kFinished))
                promises.push_back(std::move(promise));
        }
    }
    std::sort(promises.begin(), promises.end(), [](const auto &a, const auto &b) {
        const auto key = [](const store::RecordView &view) { return std::tuple(textIn(view, kinds::action::made_on), view.createdClock, view.id); };
        return key(a) < key(b);
    });
    return promises;
}

Result<std::vector<store::RecordView>> openNotesOf(Workspace &workspace, const RecordId &gathering)
{
    OURTABLE_ASSIGN(std::vector<store::RecordView> notes, notesOf(workspace, gathering));
    std::erase_if(notes, [](const store::RecordView &note) {
        const bool settled = note.state == "checked" || note.state == "published";
        const std::string permission = textIn(note, kinds::contribution::quote_permission);
        return !settled || (permission != "anonymous" && permission != "shared_name");
    });
    return notes;
}

} // namespace ourtable::usecases
