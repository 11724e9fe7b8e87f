#include "app/bridge/recordlistmodel.h"

#include <algorithm>
#include <utility>

#include "app/bridge/rowmoves.h"

namespace ourtable {
namespace {

constexpr std::size_t kMostFetched = 200; // rows in one go
constexpr std::size_t kFirstRows = 24;    // what a screen shows of a list
constexpr std::size_t kMostKept = 1'000;  // rows in memory; the rest is fetched again when it is seen
constexpr int kMostMoves = 20;            // from one question's answer to another's

QString keyOf(const RecordId &id) { return QString::fromStdString(id.hex()); }

} // namespace

RecordListModel::RecordListModel(QObject *parent) : QAbstractListModel(parent)
{
    m_ask.setSingleShot(true);
    m_ask.setInterval(0);
    connect(&m_ask, &QTimer::timeout, this, &RecordListModel::askNow);
    m_fetch.setSingleShot(true);
    m_fetch.setInterval(0);
    connect(&m_fetch, &QTimer::timeout, this, &RecordListModel::fetch);
}

void RecordListModel::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        for (const usecases::Touched &each : touched) {
            const auto concerned = m_wanted ? std::find(m_wanted->kinds.begin(), m_wanted->kinds.end(), each.kind) : std::vector<catalogue::KindNumber>::iterator();
            if (!m_wanted || concerned == m_wanted->kinds.end())
                continue;
            m_othersChanged = m_othersChanged || concerned != m_wanted->kinds.begin();
            askAgain();
        }
    });
    emit sessionChanged();
    ask();
}

void RecordListModel::ask()
{
    m_anotherQuestion = true;
    askAgain();
}

void RecordListModel::askNow()
{
    m_wanted = m_session ? wanted() : std::nullopt;
    const int question = ++m_asked;
    if (!m_wanted)
        return show({});
    const auto work = [wanted = *m_wanted, first = m_anotherQuestion ? kFirstRows : 0](usecases::Workspace &workspace) -> Result<Answer> {
        Answer answer;
        OURTABLE_ASSIGN(answer.keys, wanted.keys(workspace));
        std::vector<RecordId> seen;
        for (std::size_t row = 0; row < std::min(first, answer.keys.size()); ++row)
            seen.push_back(answer.keys[row].id);
        if (seen.empty())
            return answer;
        Result<std::vector<std::pair<RecordId, Cells>>> rows = wanted.rows(workspace, seen);
        if (rows) // or it fails again when they are fetched, and is told then
            answer.first = std::move(*rows);
        return answer;
    };
    m_session->storage().askWorkspace(this, work, [this, question](Result<Answer> &&answer) {
        if (question != m_asked)
            return;
        setProblem(answer ? QString() : m_session->textOf(answer.error()));
        if (answer)
            take(std::move(*answer));
    });
}

void RecordListModel::take(Answer &&answer)
{
    noteChanged(answer.keys);
    makeRoom(answer.first.size());
    for (const auto &[id, cells] : answer.first)
        m_rows.try_emplace(id, cells);
    show(std::move(answer.keys));
    takeRows(answer.first, {}); // those that were there already and look different now
}

void RecordListModel::makeRoom(std::size_t rows)
{
    if (m_rows.size() + rows > kMostKept)
        m_rows.clear();
}

void RecordListModel::show(std::vector<store::RecordKey> &&keys)
{
    const int before = count();
    const std::vector<bool> stays = stayingRows(m_keys, keys);
    const bool another = std::exchange(m_anotherQuestion, false);
    if (!m_ready || before == 0) {
        beginResetModel(); // nobody reads an empty list
        m_keys = std::move(keys);
        endResetModel();
    } else if (another && movesBetween(m_keys, keys, stays) > kMostMoves) {
        beginAgain(std::move(keys));
    } else {
        applyKeys(std::move(keys), stays);
    }
    if (std::exchange(m_othersChanged, false))
        refreshRows();
    if (before != count())
        emit countChanged();
    if (!m_ready && m_wanted) {
        m_ready = true;
        emit readyChanged();
    }
}

// Row after row stands for another record: a view keeps its rows and fills them again, which is quicker than making them anew.
void RecordListModel::beginAgain(std::vector<store::RecordKey> &&keys)
{
    const int before = count(), after = static_cast<int>(keys.size()), both = std::min(before, after);
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_keys.resize(keys.size());
        endRemoveRows();
    }
    std::copy_n(keys.begin(), both, m_keys.begin());
    if (both > 0)
        emit dataChanged(index(0), index(both - 1));
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_keys = std::move(keys);
        endInsertRows();
    }
    emit begunAgain();
}

// Rows that are shown and whose record is another version now. What is known of others may be old by the time they come back.
void RecordListModel::noteChanged(const std::vector<store::RecordKey> &keys)
{
    std::unordered_map<RecordId, std::uint64_t, FixedBytesHash> before;
    for (const store::RecordKey &key : m_keys) {
        if (m_rows.contains(key.id))
            before.emplace(key.id, key.updatedClock);
    }
    std::erase_if(m_rows, [&before](const auto &row) { return !before.contains(row.first); });
    for (std::size_t row = 0; row < keys.size() && !before.empty(); ++row) {
        const auto known = before.find(keys[row].id);
        if (known != before.end() && known->second != keys[row].updatedClock)
            miss(keys[row].id, static_cast<int>(row));
    }
}

// From the old order to the new with the fewest surprises: rows that are gone leave, new ones come in, one that moved leaves and
// comes in.
void RecordListModel::applyKeys(std::vector<store::RecordKey> &&keys, const std::vector<bool> &stays)
{
    for (int row = count() - 1; row >= 0; --row) {
        if (stays[static_cast<std::size_t>(row)])
            continue;
        int first = row;
        while (first > 0 && !stays[static_cast<std::size_t>(first) - 1])
            --first;
        beginRemoveRows({}, first, row);
        m_keys.erase(m_keys.begin() + first, m_keys.begin() + row + 1);
        endRemoveRows();
        row = first;
    }
    for (std::size_t row = 0; row < keys.size(); ++row) {
        if (row < m_keys.size() && m_keys[row].id == keys[row].id)
            continue;
        std::size_t end = row + 1;
        while (end < keys.size() && !(row < m_keys.size() && m_keys[row].id == keys[end].id))
            ++end;
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(end) - 1);
        m_keys.insert(m_keys.begin() + static_cast<std::ptrdiff_t>(row), keys.begin() + static_cast<std::ptrdiff_t>(row),
                      keys.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        row = end - 1;
    }
    m_keys = std::move(keys); // the clocks of those that stayed
}

void RecordListModel::refreshRows()
{
    for (int row = 0; row < count(); ++row) {
        const RecordId &id = m_keys[static_cast<std::size_t>(row)].id;
        if (m_rows.contains(id))
            miss(id, row);
    }
}

void RecordListModel::miss(const RecordId &id, int row) const
{
    if (!m_missed.insert_or_assign(id, row).second)
        return;
    m_missing.push_back(id);
    m_fetch.start();
}

void RecordListModel::fetch()
{
    if (!m_wanted || m_missing.empty())
        return;
    std::vector<RecordId> asked(m_missing.end() - static_cast<std::ptrdiff_t>(std::min(kMostFetched, m_missing.size())), m_missing.end());
    m_missing.resize(m_missing.size() - asked.size());
    Places places;
    for (const RecordId &id : asked)
        places.insert(m_missed.extract(id));
    if (!m_missing.empty())
        m_fetch.start();
    m_session->storage().askWorkspace(
        this, [rows = m_wanted->rows, asked = std::move(asked)](usecases::Workspace &workspace) { return rows(workspace, asked); },
        [this, places = std::move(places)](const Result<std::vector<std::pair<RecordId, Cells>>> &rows) {
            setProblem(rows ? QString() : m_session->textOf(rows.error()));
            if (rows)
                takeRows(*rows, places);
        });
}

void RecordListModel::takeRows(const std::vector<std::pair<RecordId, Cells>> &rows, const Places &places)
{
    makeRoom(rows.size());
    std::vector<int> changed;
    for (const auto &[id, cells] : rows) {
        Cells &held = m_rows[id];
        if (held == cells)
            continue;
        held = cells;
        const auto known = places.find(id);
        const int row = known != places.end() && isAt(id, known->second) ? known->second : rowOf(id);
        if (row >= 0)
            changed.push_back(row);
    }
    std::sort(changed.begin(), changed.end());
    for (auto from = changed.begin(); from != changed.end();) { // neighbours are told of together
        auto to = from;
        while (to + 1 != changed.end() && *(to + 1) == *to + 1)
            ++to;
        emit dataChanged(index(*from), index(*to));
        from = to + 1;
    }
}

bool RecordListModel::isAt(const RecordId &id, int row) const
{
    return row < count() && m_keys[static_cast<std::size_t>(row)].id == id;
}

void RecordListModel::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

int RecordListModel::rowOf(const QString &key) const
{
    const std::optional<RecordId> id = RecordId::fromHexText(key.toStdString());
    return id ? rowOf(*id) : -1;
}

int RecordListModel::rowOf(const RecordId &id) const
{
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&id](const store::RecordKey &each) { return each.id == id; });
    return found == m_keys.end() ? -1 : static_cast<int>(found - m_keys.begin());
}

int RecordListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant RecordListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecordId &id = m_keys[static_cast<std::size_t>(index.row())].id;
    if (role == KeyRole)
        return keyOf(id);
    const auto known = m_rows.find(id);
    if (role == LoadedRole)
        return known != m_rows.end();
    if (known != m_rows.end())
        return known->second.value(role);
    miss(id, index.row());
    return {};
}

QHash<int, QByteArray> RecordListModel::roleNames() const
{
    QHash<int, QByteArray> names = ownRoles();
    names.insert(KeyRole, "key");
    names.insert(LoadedRole, "loaded");
    return names;
}

} // namespace ourtable
