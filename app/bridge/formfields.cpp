#include "app/bridge/formfields.h"

#include <algorithm>

namespace ourtable {

void FormFields::begin(const catalogue::Catalogue &catalogue, const catalogue::Kind &kind, const QString &today)
{
    beginResetModel(); // another kind: nobody reads the old one any more
    qDeleteAll(m_fields);
    m_fields.clear();
    for (const catalogue::Field &field : kind.fields) {
        if (field.common)
            continue;
        auto *made = new FormField(kind, field, today, this);
        QStringList targets;
        for (const catalogue::KindNumber number : field.targets)
            targets.append(QString::fromStdString(catalogue.kind(number)->name));
        made->setTargets(targets);
        connect(made, &FormField::edited, this, &FormFields::edited);
        m_fields.append(made);
    }
    endResetModel();
    emit countChanged();
}

FormField *FormFields::named(const QString &name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&name](const FormField *each) { return each->name() == name; });
    return found == m_fields.end() ? nullptr : *found;
}

FormField *FormFields::numbered(catalogue::FieldNumber number) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [number](const FormField *each) { return each->field().number == number; });
    return found == m_fields.end() ? nullptr : *found;
}

int FormFields::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant FormFields::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    FormField *const field = m_fields.at(index.row());
    switch (role) {
    case FieldRole: return QVariant::fromValue(field);
    case NameRole: return field->name();
    default: return {};
    }
}

QHash<int, QByteArray> FormFields::roleNames() const { return {{FieldRole, "field"}, {NameRole, "name"}}; }

} // namespace ourtable
