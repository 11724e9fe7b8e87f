#include "app/bridge/breakfastsmodel.h"

#include "app/bridge/daywords.h"
#include "app/bridge/meetingfacts.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;

// Of these states; by day, the newest first unless said otherwise.
Result<std::vector<store::RecordKey>> keysOf(usecases::Workspace &workspace, ValueArray states, bool newestFirst)
{
    store::Query query;
    query.kind = kinds::gathering::kind;
    query.filters.push_back({catalogue::kStateField, store::Comparison::In, Value(std::move(states))});
    query.orderBy = store::OrderBy::Field;
    query.orderField = kinds::gathering::date;
    query.descending = newestFirst;
    query.limit = 0;
    return workspace.list(query);
}

} // namespace

BreakfastsModel::BreakfastsModel(QObject *parent) : RecordListModel(parent), m_now(std::make_shared<std::atomic<int>>(0)), m_ahead(std::make_shared<std::atomic<int>>(0))
{
}

std::optional<RecordListModel::Wanted> BreakfastsModel::wanted() const
{
    Wanted wanted;
    wanted.keys = [now = m_now, ahead = m_ahead](usecases::Workspace &workspace) -> Result<std::vector<store::RecordKey>> {
        OURTABLE_ASSIGN(std::vector<store::RecordKey> keys, keysOf(workspace, {"open"}, false));
        OURTABLE_ASSIGN(const std::vector<store::RecordKey> toCome, keysOf(workspace, {"planned"}, false));
        OURTABLE_ASSIGN(const std::vector<store::RecordKey> held, keysOf(workspace, {"closed", "checked", "published"}, true));
        *now = static_cast<int>(keys.size());
        keys.insert(keys.end(), toCome.begin(), toCome.end());
        *ahead = static_cast<int>(keys.size());
        keys.insert(keys.end(), held.begin(), held.end());
        return keys;
    };
    wanted.rows = [today = session()->today()](usecases::Workspace &workspace, const std::vector<RecordId> &ids) -> Result<std::vector<std::pair<RecordId, Cells>>> {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> meetings, workspace.getMany(ids));
        std::vector<std::pair<RecordId, Cells>> rows;
        for (const store::RecordView &meeting : meetings) {
            OURTABLE_ASSIGN(Cells cells, cellsOf(workspace, meeting, today));
            rows.emplace_back(meeting.id, std::move(cells));
        }
        return rows;
    };
    wanted.kinds = {kinds::gathering::kind, kinds::contribution::kind, kinds::gathering_table::kind, kinds::reflection::kind};
    return wanted;
}

Result<RecordListModel::Cells> BreakfastsModel::cellsOf(usecases::Workspace &workspace, const store::RecordView &meeting, const QString &today)
{
    OURTABLE_ASSIGN(const meetings::Counts counts, meetings::countsOf(workspace, meeting.id));
    OURTABLE_ASSIGN(const bool toFinish, meetings::isToFinish(workspace, meeting));
    QStringList detail{meetings::titleOf(meeting, workspace.catalogue())};
    for (const QString &words : {meetings::countWords(counts), meetings::unsortedWords(counts)}) {
        if (!words.isEmpty())
            detail.append(words);
    }
    Cells cells;
    cells[DayRole] = days::nearDayWords(meetings::wordsIn(meeting, kinds::gathering::date), today);
    cells[PlaceRole] = meetings::wordsIn(meeting, kinds::gathering::place);
    cells[DetailRole] = detail.join(QStringLiteral(". "));
    cells[StandingRole] = meeting.state == "open" ? tr("Happening now") : toFinish ? tr("Still to finish") : QString();
    cells[MarkRole] = meeting.state == "open" ? QStringLiteral("primary") : toFinish ? QStringLiteral("warning") : QString();
    return cells;
}

QVariant BreakfastsModel::data(const QModelIndex &index, int role) const
{
    if (role != SectionRole)
        return RecordListModel::data(index, role);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return index.row() < *m_now ? tr("Now") : index.row() < *m_ahead ? tr("Coming up") : tr("Held");
}

QHash<int, QByteArray> BreakfastsModel::ownRoles() const
{
    return {{SectionRole, "section"}, {DayRole, "day"}, {PlaceRole, "place"}, {DetailRole, "detail"}, {StandingRole, "standing"}, {MarkRole, "mark"}};
}

} // namespace ourtable
