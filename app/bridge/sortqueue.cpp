#include "app/bridge/sortqueue.h"

#include "app/bridge/meetingfacts.h"
#include "core/catalogue/handles.h"
#include "core/usecases/sorting.h"

namespace ourtable {
namespace {

namespace fields = catalogue::kinds::contribution;

QHash<int, QVariant> queueCells(const usecases::Workspace &workspace, const store::RecordView &note)
{
    const std::string kind = meetings::textIn(note, fields::kind_);
    const std::int64_t *table = note.field(fields::table).integer();
    return {{SortQueue::TextRole, meetings::wordsIn(note, fields::text)},
            {SortQueue::WhereRole, SortQueue::tr("Table %1").arg(table ? *table : 0)},
            {SortQueue::KindRole, kind == "experience" ? QString() : QString::fromStdString(kind)},
            {SortQueue::OwnRole, usecases::isOwnNote(workspace, note)}};
}

} // namespace

void SortQueue::setBreakfast(const QString &key)
{
    if (m_breakfast == key)
        return;
    m_breakfast = key;
    emit changed();
    ask();
}

void SortQueue::setChecking(bool checking)
{
    if (m_checking == checking)
        return;
    m_checking = checking;
    emit changed();
    ask();
}

store::Query SortQueue::waiting() const
{
    const std::optional<RecordId> gathering = RecordId::fromHexText(m_breakfast.toStdString());
    return m_checking ? usecases::waitingForCheck(gathering) : usecases::waitingForSorting(gathering);
}

std::optional<RecordListModel::Wanted> SortQueue::wanted() const
{
    Wanted wanted;
    wanted.keys = [waiting = waiting()](usecases::Workspace &workspace) -> Result<std::vector<store::RecordKey>> {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> notes, usecases::inSortingOrder(workspace, waiting));
        std::vector<store::RecordKey> keys;
        for (const store::RecordView &note : notes)
            keys.push_back({note.id, note.updatedClock});
        return keys;
    };
    wanted.rows = [](usecases::Workspace &workspace, const std::vector<RecordId> &asked) -> Result<std::vector<std::pair<RecordId, Cells>>> {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> notes, workspace.getMany(asked));
        std::vector<std::pair<RecordId, Cells>> rows;
        for (const store::RecordView &note : notes)
            rows.emplace_back(note.id, queueCells(workspace, note));
        return rows;
    };
    wanted.kinds = {fields::kind};
    return wanted;
}

QHash<int, QByteArray> SortQueue::ownRoles() const
{
    return {{TextRole, "text"}, {WhereRole, "where"}, {KindRole, "code"}, {OwnRole, "own"}};
}

} // namespace ourtable
