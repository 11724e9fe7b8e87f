#include "core/usecases/papers.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/catalogue/handles.h"
#include "core/usecases/guards.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;
using namespace parts;
using store::Comparison;
using store::Query;
using store::RecordView;

constexpr std::int64_t kLeastShown = 5; // people; domain.md 5, suppression rule 2

Query whereState(catalogue::KindNumber kind, std::initializer_list<const char *> states)
{
    Query query = of(kind);
    query.filters.push_back({catalogue::kStateField, Comparison::In, codes(states)});
    return query;
}

bool mayPointAtSomebody(const RecordView &note)
{
    const bool *could = note.field(kinds::contribution::could_identify).boolean();
    return could && *could && textIn(note, kinds::contribution::identity_settled).empty();
}

void sortByDue(std::vector<RecordView> &promises)
{
    std::sort(promises.begin(), promises.end(), [](const RecordView &a, const RecordView &b) {
        const auto key = [](const RecordView &view) { return std::tuple(textIn(view, kinds::action::due), view.createdClock, view.id); };
        return key(a) < key(b);
    });
}

void rankNotes(std::vector<PrintedTable> &tables)
{
    std::vector<std::tuple<std::size_t, std::int64_t, PrintedNote *>> all; // which turn of its table, table, note
    for (PrintedTable &table : tables) {
        std::vector<PrintedNote *> notes;
        for (PrintedNote &each : table.notes)
            notes.push_back(&each);
        std::stable_sort(notes.begin(), notes.end(), [](const PrintedNote *a, const PrintedNote *b) {
            return numberOf(a->note, kinds::contribution::echoes) > numberOf(b->note, kinds::contribution::echoes);
        });
        for (std::size_t turn = 0; turn < notes.size(); ++turn)
            all.emplace_back(turn, table.table, notes[turn]);
    }
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return std::pair(std::get<0>(a), std::get<1>(a)) < std::pair(std::get<0>(b), std::get<1>(b));
    });
    for (std::size_t rank = 0; rank < all.size(); ++rank)
        std::get<2>(all[rank])->rank = rank;
}

Result<void> readPeopleFor(Workspace &workspace, BreakfastPaper &paper)
{
    OURTABLE_ASSIGN(const Headcount heads, headcount(workspace, paper.meeting.id));
    paper.fewPeople = heads.total() > 0 && heads.total() < kLeastShown;
    paper.people = paper.fewPeople ? 0 : std::max<std::int64_t>(heads.total(), 0);
    const bool enough = heads.firstTime >= kLeastShown && (heads.firstTime == paper.people || paper.people - heads.firstTime >= kLeastShown);
    paper.firstTime = enough ? heads.firstTime : 0;
    return {};
}

Result<void> readNotesFor(Workspace &workspace, BreakfastPaper &paper)
{
    OURTABLE_ASSIGN(const std::vector<RecordView> all, notesOf(workspace, paper.meeting.id));
    OURTABLE_ASSIGN(std::vector<RecordView> open, openNotesOf(workspace, paper.meeting.id));
    std::erase_if(open, mayPointAtSomebody);
    OURTABLE_ASSIGN(const std::vector<TableCount> tables, tablesOf(workspace, paper.meeting.id));
    for (const TableCount &table : tables) {
        PrintedTable printed{table.table, table.topic, {}};
        for (RecordView &note : open) {
            if (numberOf(note, kinds::contribution::table) == table.table)
                printed.notes.push_back({std::move(note), 0});
        }
        paper.notes += static_cast<std::int64_t>(printed.notes.size());
        if (!printed.notes.empty())
            paper.tables.push_back(std::move(printed));
    }
    rankNotes(paper.tables);
    const auto withdrawn = std::count_if(all.begin(), all.end(), [](const RecordView &note) { return note.state == "withdrawn"; });
    paper.keptBack = static_cast<std::int64_t>(all.size()) - withdrawn - paper.notes;
    return {};
}

// Of one kind, those that name a note of this breakfast as where they come from.
Result<std::vector<RecordView>> cameOf(Workspace &workspace, const Query &query, catalogue::FieldNumber field, const std::set<RecordId> &notes)
{
    OURTABLE_ASSIGN(std::vector<RecordView> found, workspace.find(query));
    std::erase_if(found, [&](const RecordView &view) {
        const ValueArray *sources = view.field(field).array();
        return !sources || std::none_of(sources->begin(), sources->end(), [&](const Value &source) {
            const std::optional<RecordId> id = source.id<RecordId>();
            return id && notes.contains(*id);
        });
    });
    return found;
}

Result<void> readBoardFor(Workspace &workspace, BreakfastPaper &paper)
{
    OURTABLE_ASSIGN(const std::vector<RecordView> notes, notesOf(workspace, paper.meeting.id));
    std::set<RecordId> ids;
    for (const RecordView &note : notes)
        ids.insert(note.id);
    OURTABLE_ASSIGN(paper.needs, cameOf(workspace, whereState(kinds::need_statement::kind, {"agreed", "being_met", "met"}),
                                        kinds::need_statement::contributions, ids));
    OURTABLE_ASSIGN(paper.resources, cameOf(workspace, whereState(kinds::resource::kind, {"offered", "confirmed"}), kinds::resource::contributions, ids));
    return {};
}

Result<void> readPromisesFor(Workspace &workspace, BreakfastPaper &paper)
{
    OURTABLE_ASSIGN(paper.recap, recapFor(workspace, paper.meeting.id));
    OURTABLE_ASSIGN(paper.promises, workspace.find(of(kinds::action::kind, kinds::action::gathering, paper.meeting.id)));
    sortByDue(paper.promises);
    const auto steps = std::stable_partition(paper.promises.begin(), paper.promises.end(), [](const RecordView &view) {
        return textIn(view, kinds::action::kind_) != "one_step";
    });
    paper.steps.assign(std::make_move_iterator(steps), std::make_move_iterator(paper.promises.end()));
    paper.promises.erase(steps, paper.promises.end());
    return {};
}

// As when it was published: notes may have been taken back since, or the permission to quote them.
Result<bool> mayStillHang(Workspace &workspace, const RecordView &line)
{
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.stateOrEmpty(line.id));
    const GuardContext context{workspace, *workspace.catalogue().kind(line.kind), line.id, state,
                               [&line](catalogue::FieldNumber field) { return line.field(field); }, line.state, line.state};
    return guardHolds("quote_permission_held", context);
}

} // namespace

catalogue::Sensitivity strictestOf(const catalogue::Catalogue &catalogue, catalogue::KindNumber kind,
                                   std::initializer_list<catalogue::FieldNumber> fields)
{
    const catalogue::Kind *known = catalogue.kind(kind);
    catalogue::Sensitivity strictest = catalogue::Sensitivity::Open;
    for (const catalogue::FieldNumber field : fields) {
        const catalogue::Field *shown = known->field(field);
        strictest = std::max(strictest, shown ? shown->sensitivity : known->sensitivity);
    }
    return strictest;
}

Result<BreakfastPaper> breakfastPaper(Workspace &workspace, const RecordId &gathering)
{
    BreakfastPaper paper;
    OURTABLE_ASSIGN(paper.meeting, workspace.get(gathering));
    if (paper.meeting.kind != kinds::gathering::kind)
        return Error{ErrorCode::NotFound, "gathering"};
    OURTABLE_TRY(readPeopleFor(workspace, paper));
    OURTABLE_TRY(readNotesFor(workspace, paper));
    OURTABLE_TRY(readBoardFor(workspace, paper));
    OURTABLE_TRY(readPromisesFor(workspace, paper));
    OURTABLE_ASSIGN(paper.reflections, workspace.find(of(kinds::reflection::kind, kinds::reflection::gathering, gathering)));
    return paper;
}

Result<std::vector<TableCard>> tableCards(Workspace &workspace, const RecordId &gathering)
{
    namespace fields = kinds::gathering_table;
    OURTABLE_ASSIGN(const std::vector<TableCount> tables, tablesOf(workspace, gathering));
    OURTABLE_ASSIGN(const std::vector<RecordView> named, workspace.find(of(fields::kind, fields::gathering, gathering)));
    std::vector<TableCard> cards;
    for (const TableCount &table : tables) {
        TableCard card{table.table, table.topic, std::nullopt};
        for (const RecordView &one : named) {
            if (numberOf(one, fields::n) == table.table && !card.host)
                card.host = one.field(fields::host).id<RecordId>();
        }
        cards.push_back(std::move(card));
    }
    return cards;
}

Result<std::vector<RecordView>> wallLines(Workspace &workspace)
{
    Query query = whereState(kinds::feedback::kind, {"published"});
    query.orderBy = store::OrderBy::Field;
    query.orderField = kinds::feedback::published_on;
    query.descending = true;
    OURTABLE_ASSIGN(std::vector<RecordView> lines, workspace.find(query));
    std::vector<RecordView> hanging;
    for (RecordView &line : lines) {
        OURTABLE_ASSIGN(const bool may, mayStillHang(workspace, line));
        if (may)
            hanging.push_back(std::move(line));
    }
    return hanging;
}

Result<PromisesPaper> promisesPaper(Workspace &workspace)
{
    namespace fields = kinds::action;
    PromisesPaper paper;
    OURTABLE_ASSIGN(std::vector<RecordView> open, workspace.find(whereState(fields::kind, {"offered", "agreed", "under_way", "stuck"})));
    sortByDue(open);
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> places; // owners in order of their earliest
    for (RecordView &promise : open) {
        const std::optional<RecordId> owner = promise.field(fields::owner).id<RecordId>();
        const std::string type = textIn(promise, fields::owner_type);
        const std::string name = owner ? std::string() : textIn(promise, fields::owner_name);
        const auto [at, isNew] = places.try_emplace({type, owner ? owner->hex() : std::string(), name}, paper.open.size());
        if (isNew)
            paper.open.push_back({type, owner, name, {}});
        paper.open[at->second].promises.push_back(std::move(promise));
    }
    OURTABLE_ASSIGN(paper.notGoingAhead, workspace.find(whereState(fields::kind, {"not_going_ahead"})));
    sortByDue(paper.notGoingAhead);
    std::reverse(paper.notGoingAhead.begin(), paper.notGoingAhead.end());
    return paper;
}

} // namespace ourtable::usecases
