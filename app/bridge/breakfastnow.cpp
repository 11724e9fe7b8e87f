#include "app/bridge/breakfastnow.h"

#include <algorithm>

#include "app/bridge/personname.h"
#include "core/catalogue/handles.h"
#include "core/sync/hybridclock.h"
#include "core/usecases/breakfasts.h"
#include "core/usecases/promises.h"

namespace ourtable::breakfast {
namespace {

namespace kinds = catalogue::kinds;
using store::Comparison;
using store::RecordView;
using usecases::Workspace;

constexpr int kTablesUnplanned = 4;
constexpr int kMostTables = 20;
constexpr std::size_t kAll = 100'000;

QString textIn(const RecordView &view, catalogue::FieldNumber field)
{
    const std::string *text = view.field(field).text();
    return text ? QString::fromStdString(*text) : QString();
}

int numberIn(const RecordView &view, catalogue::FieldNumber field)
{
    const std::int64_t *number = view.field(field).integer();
    return number ? static_cast<int>(*number) : 0;
}

store::Query inGathering(catalogue::KindNumber kind, catalogue::FieldNumber field, const RecordId &gathering)
{
    store::Query query;
    query.kind = kind;
    query.filters.push_back({field, Comparison::Equal, gathering});
    query.orderBy = store::OrderBy::Created;
    query.descending = true;
    query.limit = kAll;
    return query;
}

// When it was opened for the last time.
Result<std::int64_t> openedAt(Workspace &workspace, const RecordView &gathering)
{
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.state(gathering.id));
    const auto held = state.fields.find(catalogue::kStateField);
    if (held == state.fields.end() || held->second.siblings.empty())
        return sync::millisecondsOfClock(gathering.createdClock);
    return sync::millisecondsOfClock(held->second.siblings.front().clock);
}

Result<int> plannedTables(Workspace &workspace, const RecordId &gathering)
{
    namespace fields = kinds::gathering_table;
    OURTABLE_ASSIGN(const std::vector<RecordView> tables, workspace.find(inGathering(fields::kind, fields::gathering, gathering)));
    int most = 0;
    for (const RecordView &table : tables)
        most = std::max(most, numberIn(table, fields::n));
    return most;
}

// Fills notes and writers. Tables that nobody planned come one at a time, as the last one is written at.
Result<void> countTables(Workspace &workspace, Now &now)
{
    namespace fields = kinds::contribution;
    OURTABLE_ASSIGN(const std::vector<RecordView> notes, workspace.find(inGathering(fields::kind, fields::gathering, now.id)));
    OURTABLE_ASSIGN(const int planned, plannedTables(workspace, now.id));
    std::map<int, int> counted;
    std::map<int, std::set<PersonId>> writing;
    for (const RecordView &note : notes) {
        ++counted[numberIn(note, fields::table)];
        if (const std::optional<PersonId> writer = note.field(fields::noted_by).id<PersonId>(); writer && *writer != workspace.person())
            writing[numberIn(note, fields::table)].insert(*writer);
    }
    const int used = counted.empty() ? 0 : counted.rbegin()->first;
    const int shown = std::min(kMostTables, planned > 0 ? std::max(planned, used) : std::max(kTablesUnplanned, used + 1));
    for (int table = 1; table <= shown; ++table) {
        now.notes.append(counted[table]);
        QStringList names;
        for (const PersonId &writer : writing[table])
            names.append(personname::of(workspace, writer));
        names.removeAll(QString());
        names.sort();
        now.writers.append(names);
    }
    return {};
}

Result<void> countThemes(Workspace &workspace, const std::optional<RecordId> &gathering, QStringList &codes)
{
    namespace fields = kinds::contribution;
    std::vector<std::pair<std::int64_t, QString>> used;
    for (const catalogue::Term &term : workspace.catalogue().kind(fields::kind)->field(fields::theme)->vocabulary->terms) {
        store::Query query;
        query.kind = fields::kind;
        query.filters.push_back({fields::theme, Comparison::Contains, term.code});
        if (gathering)
            query.filters.push_back({fields::gathering, Comparison::Equal, *gathering});
        OURTABLE_ASSIGN(const std::int64_t count, workspace.count(query));
        if (!term.retired)
            used.emplace_back(count, QString::fromStdString(term.code));
    }
    std::stable_sort(used.begin(), used.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (const auto &[count, code] : used) {
        if ((count > 0 || !gathering) && !codes.contains(code))
            codes.append(code);
    }
    return {};
}

} // namespace

Result<Now> read(Workspace &workspace, const std::optional<RecordId> &wanted, const QString &today, bool begins)
{
    namespace fields = kinds::gathering;
    Now now;
    if (wanted) {
        now.id = *wanted;
    } else {
        OURTABLE_ASSIGN(now.id, usecases::openBreakfast(workspace));
    }
    OURTABLE_ASSIGN(RecordView gathering, workspace.get(now.id));
    if (gathering.kind != fields::kind)
        return Error{ErrorCode::NotFound, "gathering"};
    if (begins && gathering.state == "planned") {
        const Result<void> moved = workspace.move(now.id, "open");
        now.begun = moved ? Result<bool>(true) : Result<bool>(moved.error());
        OURTABLE_ASSIGN(gathering, workspace.get(now.id));
    }
    now.title = textIn(gathering, fields::title);
    now.date = textIn(gathering, fields::date);
    now.place = textIn(gathering, fields::place);
    now.open = gathering.state == "open";
    if (now.open) {
        OURTABLE_ASSIGN(now.opened, openedAt(workspace, gathering));
    }
    OURTABLE_TRY(countTables(workspace, now));
    OURTABLE_ASSIGN(const std::string next, usecases::dateOfNextBreakfast(workspace, today.toStdString()));
    now.nextBreakfast = QString::fromStdString(next);
    return now;
}

Result<int> lastTable(Workspace &workspace, const RecordId &gathering)
{
    store::Query own = inGathering(kinds::contribution::kind, kinds::contribution::gathering, gathering);
    own.filters.push_back({kinds::contribution::noted_by, Comparison::Equal, workspace.person()});
    own.limit = 1;
    OURTABLE_ASSIGN(const std::vector<RecordView> newest, workspace.find(own));
    return newest.empty() ? 0 : numberIn(newest.front(), kinds::contribution::table);
}

Result<QStringList> likelyThemes(Workspace &workspace, const RecordId &gathering, int count)
{
    QStringList codes;
    OURTABLE_TRY(countThemes(workspace, gathering, codes));
    OURTABLE_TRY(countThemes(workspace, std::nullopt, codes));
    return codes.mid(0, count);
}

namespace {

// When each was written. Of what was taken back nobody knows that any more: it stands behind the note before it at its table.
std::map<RecordId, std::uint64_t> placesOf(const std::vector<RecordView> &notes)
{
    std::vector<const RecordView *> inOrder;
    for (const RecordView &note : notes)
        inOrder.push_back(&note);
    std::stable_sort(inOrder.begin(), inOrder.end(), [](const RecordView *a, const RecordView *b) {
        return numberIn(*a, kinds::contribution::order) < numberIn(*b, kinds::contribution::order);
    });
    std::map<RecordId, std::uint64_t> places;
    std::uint64_t before = 0;
    for (const RecordView *note : inOrder) {
        before = note->erased ? before : note->createdClock;
        places.emplace(note->id, before);
    }
    return places;
}

} // namespace

Result<std::vector<RecordView>> notesAt(Workspace &workspace, const RecordId &gathering, int table)
{
    store::Query notes = inGathering(kinds::contribution::kind, kinds::contribution::gathering, gathering);
    notes.filters.push_back({kinds::contribution::table, Comparison::Equal, table});
    notes.includeErased = true;
    const store::Query promises = inGathering(kinds::action::kind, kinds::action::gathering, gathering);
    OURTABLE_ASSIGN(std::vector<RecordView> found, workspace.find(notes));
    OURTABLE_ASSIGN(std::vector<RecordView> promised, workspace.find(promises));
    std::map<RecordId, std::uint64_t> places = placesOf(found);
    for (const RecordView &promise : promised)
        places.emplace(promise.id, promise.createdClock);
    std::move(promised.begin(), promised.end(), std::back_inserter(found));
    const auto keyOf = [&places](const RecordView &view) { return std::tuple(places.at(view.id), numberIn(view, kinds::contribution::order), view.id); };
    std::sort(found.begin(), found.end(), [&keyOf](const RecordView &a, const RecordView &b) { return keyOf(a) > keyOf(b); });
    return found;
}

namespace {

// As whoever writes is offered it for their own promise.
QString ownName(Workspace &workspace)
{
    const Result<RecordView> record = workspace.get(RecordId{workspace.person().octets});
    return record ? textIn(*record, kinds::person::known_as) : QString();
}

Result<usecases::Touched> savePromise(Workspace &workspace, const NewNote &note)
{
    const QString promiser = note.content.promiser.trimmed();
    const bool mine = promiser.compare(ownName(workspace), Qt::CaseInsensitive) == 0;
    usecases::NewPromise promise;
    promise.text = note.content.text.trimmed().toStdString();
    promise.ownerType = promiser.isEmpty() ? "unnamed" : "person";
    if (mine)
        promise.owner = RecordId{workspace.person().octets};
    else
        promise.ownerName = promiser.toStdString();
    promise.due = (note.content.due.isEmpty() ? note.fallbackDue : note.content.due).toStdString();
    promise.draft = note.draft;
    OURTABLE_ASSIGN(const RecordId record, usecases::addPromise(workspace, note.gathering, promise));
    return usecases::Touched{record, kinds::action::kind};
}

} // namespace

Result<usecases::Touched> save(Workspace &workspace, const NewNote &note)
{
    if (note.content.kind == QStringLiteral("promise"))
        return savePromise(workspace, note);
    usecases::NewNote plain;
    plain.text = note.content.text.trimmed().toStdString();
    plain.kind = note.content.kind.toStdString();
    plain.table = note.table;
    for (const QString &theme : note.content.themes)
        plain.themes.push_back(theme.toStdString());
    plain.level = note.content.level.toStdString();
    plain.voice = note.content.voice.toStdString();
    plain.quotePermission = note.content.permission.toStdString();
    plain.draft = note.draft;
    OURTABLE_ASSIGN(const RecordId record, usecases::addNote(workspace, note.gathering, plain));
    return usecases::Touched{record, kinds::contribution::kind};
}

} // namespace ourtable::breakfast
