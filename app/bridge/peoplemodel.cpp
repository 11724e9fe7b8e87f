#include "app/bridge/peoplemodel.h"

#include "core/catalogue/catalogue.h"

namespace ourtable {
namespace {

QString partOf(const std::string &role)
{
    const catalogue::Role *known = catalogue::Catalogue::builtIn().role(role);
    return known ? QString::fromStdString(known->label) : QString();
}

} // namespace

void PeopleModel::show(const std::vector<usecases::PersonOnDevice> &people)
{
    QList<Row> rows;
    for (const usecases::PersonOnDevice &each : people) {
        QString name = QString::fromStdString(each.knownAs);
        if (name.isEmpty())
            name = tr("Person %1").arg(rows.size() + 1);
        rows.append({QString::fromStdString(each.endpoint.hex()), name, partOf(each.role), each.passphrase});
    }
    if (rows == m_rows)
        return;
    beginResetModel(); // somebody came to this device: rare, and nobody is reading a long list
    m_rows = rows;
    endResetModel();
    emit countChanged();
}

int PeopleModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case KeyRole: return row.key;
    case NameRole: return row.name;
    case PartRole: return row.part;
    case PassphraseRole: return row.passphrase;
    default: return {};
    }
}

QHash<int, QByteArray> PeopleModel::roleNames() const
{
    return {{KeyRole, "key"}, {NameRole, "name"}, {PartRole, "part"}, {PassphraseRole, "passphrase"}};
}

} // namespace ourtable
