#include "app/bridge/headcount.h"

#include <array>
#include <numeric>

#include "core/catalogue/handles.h"
#include "core/usecases/breakfasts.h"
#include "core/usecases/interchange/interchangerecord.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;

// In the order of usecases::Headcount; the last counts people of the groups before it.
constexpr std::array<std::string_view, 6> kGroups{"lived_experience", "carers", "local_people", "staff", "did_not_say", "first_time"};

QList<int> listOf(const usecases::Headcount &heads)
{
    QList<int> counts;
    for (const std::int64_t each : {heads.livedExperience, heads.carers, heads.localPeople, heads.staff, heads.didNotSay, heads.firstTime})
        counts.append(static_cast<int>(each));
    return counts;
}

} // namespace

HeadCount::HeadCount(QObject *parent) : QAbstractListModel(parent), m_counts(kGroups.size(), 0) {}

void HeadCount::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        if (std::any_of(touched.begin(), touched.end(), [](const auto &each) { return each.kind == kinds::headcount_tally::kind; }))
            ask();
    });
    emit changed();
    ask();
}

void HeadCount::setBreakfast(const QString &key)
{
    if (m_breakfast == key)
        return;
    m_breakfast = key;
    emit changed();
    ask();
}

void HeadCount::ask()
{
    const std::optional<RecordId> gathering = RecordId::fromHexText(m_breakfast.toStdString());
    if (!m_session || !gathering)
        return;
    m_session->storage().askWorkspace(
        this, [id = *gathering](usecases::Workspace &workspace) { return usecases::headcount(workspace, id); },
        [this](const Result<usecases::Headcount> &heads) {
            m_problem = heads ? QString() : m_session->textOf(heads.error());
            if (heads) {
                m_counts = listOf(*heads);
                emit dataChanged(index(0), index(rowCount() - 1), {CountRole});
            }
            emit counted();
        });
}

int HeadCount::total() const { return std::accumulate(m_counts.begin(), m_counts.end() - 1, 0); }

void HeadCount::step(int row, int by)
{
    const std::optional<RecordId> gathering = RecordId::fromHexText(m_breakfast.toStdString());
    if (!m_session || !gathering || row < 0 || row >= rowCount() || m_counts.at(row) + by < 0)
        return;
    m_counts[row] += by; // shown at once; told again as it is on disk
    emit dataChanged(index(row), index(row), {CountRole});
    m_session->storage().askWorkspace(
        this,
        [id = *gathering, group = kGroups[static_cast<std::size_t>(row)], by](usecases::Workspace &workspace) {
            return usecases::countHeads(workspace, id, group, by);
        },
        [this, id = *gathering](const Result<void> &stepped) {
            if (stepped)
                m_session->tellTouched(usecases::headcountIdOf(id), kinds::headcount_tally::kind);
            else
                m_problem = m_session->textOf(stepped.error());
            ask();
        });
    emit counted();
}

int HeadCount::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_counts.size()); }

QVariant HeadCount::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == CountRole)
        return m_counts.at(index.row());
    if (role != WordsRole)
        return {};
    const std::string_view group = kGroups[static_cast<std::size_t>(index.row())];
    const catalogue::Catalogue &catalogue = m_session ? m_session->catalogue() : catalogue::Catalogue::builtIn();
    return QString::fromStdString(catalogue.kind(kinds::headcount_tally::kind)->field(group)->label);
}

QHash<int, QByteArray> HeadCount::roleNames() const
{
    return {{WordsRole, "words"}, {CountRole, "count"}};
}

} // namespace ourtable
