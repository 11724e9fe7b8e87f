// The fields of a form, in the order of the catalogue. The objects live as long as the form shows this kind.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/formfield.h"

namespace ourtable {

class FormFields : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with a form")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { FieldRole = Qt::UserRole + 1, NameRole };

    using QAbstractListModel::QAbstractListModel;

    // The fields of this kind that people fill in; targets of references that may name several kinds come from the catalogue.
    void begin(const catalogue::Catalogue &catalogue, const catalogue::Kind &kind, const QString &today);
    [[nodiscard]] const QList<FormField *> &all() const { return m_fields; }
    [[nodiscard]] int count() const { return static_cast<int>(m_fields.size()); }
    // By its name; nullptr when there is none.
    Q_INVOKABLE [[nodiscard]] ourtable::FormField *named(const QString &name) const;
    [[nodiscard]] FormField *numbered(catalogue::FieldNumber number) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void edited();

private:
    QList<FormField *> m_fields; // children
};

} // namespace ourtable
