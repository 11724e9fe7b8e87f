// A short list that is made whole each time, as on Today: what a row shows, and where it leads.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace ourtable {

class RowsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with what fills it")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { KeyRole = Qt::UserRole + 1, PageRole, KindRole, TextRole, DetailRole, TagRole, MarkRole, SignRole, AmountRole };

    struct Row {
        QString key;    // of the record it leads to; may be empty
        QString page;   // where it leads; empty: nowhere, or as the owner knows
        QString kind;   // of that record, or of the records on that page
        QString text;
        QString detail; // second line
        QString tag;
        QString mark;   // of the tag: "success", "warning", "primary" or empty
        QString sign;   // what kind of thing it is, for its icon
        int amount = 0;
        bool operator==(const Row &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;
    void show(const QList<Row> &rows);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    QList<Row> m_rows;
};

} // namespace ourtable
