#include "app/bridge/kindsmodel.h"

#include <algorithm>

#include "app/bridge/recordwords.h"

namespace ourtable {
namespace {

QStringList ownKinds(const QString &area)
{
    if (area == QLatin1String("partners"))
        return {QStringLiteral("person"), QStringLiteral("access_needs"), QStringLiteral("access_needs_private"), QStringLiteral("workstream"),
                QStringLiteral("organisation")};
    if (area == QLatin1String("support"))
        return {QStringLiteral("resource"), QStringLiteral("organisation")};
    if (area == QLatin1String("lists"))
        return {QStringLiteral("resource"),     QStringLiteral("setting"),      QStringLiteral("agreement"),  QStringLiteral("guide_page"),
                QStringLiteral("organisation"), QStringLiteral("workstream"),   QStringLiteral("person"),     QStringLiteral("access_needs")};
    return {};
}

} // namespace

KindsModel::KindsModel(QObject *parent) : QAbstractListModel(parent)
{
    m_counting.setSingleShot(true);
    m_counting.setInterval(0);
    connect(&m_counting, &QTimer::timeout, this, &KindsModel::countRecords);
}

void KindsModel::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, [this] { m_counting.start(); });
    emit sessionChanged();
    begin();
}

void KindsModel::setArea(const QString &area)
{
    if (m_area == area)
        return;
    m_area = area;
    emit areaChanged();
    begin();
}

void KindsModel::begin()
{
    if (!m_session || m_area.isEmpty())
        return;
    QList<Row> rows;
    const catalogue::Catalogue &catalogue = m_session->catalogue();
    const QStringList own = ownKinds(m_area);
    const auto add = [&](const catalogue::Kind &kind, bool further) {
        if (m_session->may(QString::fromStdString(kind.name), QStringLiteral("read")))
            rows.append({kind.number, QString::fromStdString(kind.name), QString::fromStdString(kind.labelPlural), -1, further});
    };
    for (const QString &name : own)
        add(*catalogue.kind(name.toStdString()), false);
    for (const catalogue::Kind &kind : catalogue.kinds()) {
        const catalogue::CircleKind *circle = catalogue.circle(kind.circle);
        if (m_area == QLatin1String("lists") && !own.contains(QString::fromStdString(kind.name)) && circle && circle->projected)
            add(kind, true);
    }
    beginResetModel(); // another area: nobody reads the old one any more
    m_rows = std::move(rows);
    endResetModel();
    emit countChanged();
    m_counting.start();
}

void KindsModel::countRecords()
{
    std::vector<catalogue::KindNumber> kinds;
    for (const Row &row : m_rows)
        kinds.push_back(row.kind);
    m_session->storage().askWorkspace(
        this,
        [kinds](usecases::Workspace &workspace) -> Result<std::vector<std::int64_t>> {
            std::vector<std::int64_t> counts;
            for (const catalogue::KindNumber kind : kinds) {
                OURTABLE_ASSIGN(const std::int64_t count, workspace.count({.kind = kind}));
                counts.push_back(count);
            }
            return counts;
        },
        [this](const Result<std::vector<std::int64_t>> &counts) {
            m_problem = counts ? QString() : m_session->textOf(counts.error());
            emit problemChanged();
            if (counts)
                takeCounts(*counts);
        });
}

void KindsModel::takeCounts(const std::vector<std::int64_t> &counts)
{
    for (std::size_t row = 0; row < counts.size() && row < static_cast<std::size_t>(m_rows.size()); ++row) {
        Row &held = m_rows[static_cast<qsizetype>(row)];
        if (held.records == static_cast<int>(counts[row]))
            continue;
        held.records = static_cast<int>(counts[row]);
        emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)), {RecordsRole});
    }
}

int KindsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant KindsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case NameRole: return row.name;
    case TextRole: return row.text;
    case RecordsRole: return row.records;
    case SymbolRole: return records::symbolOf(row.name.toStdString());
    case FurtherRole: return row.further;
    default: return {};
    }
}

QHash<int, QByteArray> KindsModel::roleNames() const
{
    return {{NameRole, "name"}, {TextRole, "text"}, {RecordsRole, "records"}, {SymbolRole, "symbol"}, {FurtherRole, "further"}};
}

} // namespace ourtable
