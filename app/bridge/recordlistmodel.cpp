#include "app/bridge/recordlistmodel.h"

#include <algorithm>
#include <utility>

namespace ourtable {
namespace {

constexpr std::size_t kMostFetched = 200; // rows in one go
constexpr std::size_t kMostKept = 1'000;  // rows in memory; the rest is fetched again when it is seen

std::string octetsOf(const RecordId &id) { return {reinterpret_cast<const char *>(id.octets.data()), id.octets.size()}; }

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
            ask();
        }
    });
    emit sessionChanged();
    ask();
}

void RecordListModel::ask() { m_ask.start(); }

void RecordListModel::askNow()
{
    m_wanted = m_session ? wanted() : std::nullopt;
    const int question = ++m_asked;
    if (!m_wanted)
        return show({});
    m_session->storage().askWorkspace(this, m_wanted->keys, [this, question](Result<std::vector<store::RecordKey>> &&keys) {
        if (question != m_asked)
            return;
        setProblem(keys ? QString() : m_session->textOf(keys.error()));
        if (keys)
            show(std::move(*keys));
    });
}

void RecordListModel::show(std::vector<store::RecordKey> &&keys)
{
    const int before = count();
    noteChanged(keys);
    if (!m_ready || before == 0) {
        beginResetModel(); // nobody reads an empty list
        m_keys = std::move(keys);
        endResetModel();
    } else {
        applyKeys(std::move(keys));
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

// Rows that are shown and whose record is another version now.
void RecordListModel::noteChanged(const std::vector<store::RecordKey> &keys)
{
    std::unordered_map<std::string, std::uint64_t> before;
    for (const store::RecordKey &key : m_keys)
        before.emplace(octetsOf(key.id), key.updatedClock);
    for (const store::RecordKey &key : keys) {
        const auto known = before.find(octetsOf(key.id));
        if (known != before.end() && known->second != key.updatedClock && m_rows.contains(octetsOf(key.id)))
            miss(key.id);
    }
}

// From the old order to the new with the fewest surprises: rows that are gone leave, new ones come in, one that moved leaves and
// comes in.
void RecordListModel::applyKeys(std::vector<store::RecordKey> &&keys)
{
    std::unordered_map<std::string, std::size_t> place;
    for (std::size_t index = 0; index < keys.size(); ++index)
        place.emplace(octetsOf(keys[index].id), index);
    // What stays in its order: the rows whose new places only rise.
    std::vector<bool> stays(m_keys.size(), false);
    std::optional<std::size_t> last;
    for (std::size_t row = 0; row < m_keys.size(); ++row) {
        const auto found = place.find(octetsOf(m_keys[row].id));
        if (found == place.end() || (last && found->second < *last))
            continue;
        stays[row] = true;
        last = found->second;
    }
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
    for (const store::RecordKey &key : m_keys) {
        if (m_rows.contains(octetsOf(key.id)))
            miss(key.id);
    }
}

void RecordListModel::miss(const RecordId &id) const
{
    if (!m_missed.insert(octetsOf(id)).second)
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
    for (const RecordId &id : asked)
        m_missed.erase(octetsOf(id));
    if (!m_missing.empty())
        m_fetch.start();
    m_session->storage().askWorkspace(
        this, [rows = m_wanted->rows, asked = std::move(asked)](usecases::Workspace &workspace) { return rows(workspace, asked); },
        [this](const Result<std::vector<std::pair<RecordId, Cells>>> &rows) {
            setProblem(rows ? QString() : m_session->textOf(rows.error()));
            if (rows)
                takeRows(*rows);
        });
}

void RecordListModel::takeRows(const std::vector<std::pair<RecordId, Cells>> &rows)
{
    if (m_rows.size() + rows.size() > kMostKept)
        m_rows.clear();
    std::unordered_set<std::string> changed;
    for (const auto &[id, cells] : rows) {
        Cells &held = m_rows[octetsOf(id)];
        if (held == cells)
            continue;
        held = cells;
        changed.insert(octetsOf(id));
    }
    if (!changed.empty())
        tellChanged(changed);
}

void RecordListModel::tellChanged(const std::unordered_set<std::string> &keys)
{
    for (int row = 0; row < count(); ++row) {
        if (keys.contains(octetsOf(m_keys[static_cast<std::size_t>(row)].id)))
            emit dataChanged(index(row), index(row));
    }
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
    const auto found = id ? std::find_if(m_keys.begin(), m_keys.end(), [&id](const store::RecordKey &each) { return each.id == *id; }) : m_keys.end();
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
    const auto known = m_rows.find(octetsOf(id));
    if (role == LoadedRole)
        return known != m_rows.end();
    if (known != m_rows.end())
        return known->second.value(role);
    miss(id);
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
