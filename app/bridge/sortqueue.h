// Notes that wait to be sorted, or, when checking, for a second person: of one breakfast, or of all. In the order in which people
// take them; whatever arrives comes in at its place.
#pragma once

#include "app/bridge/recordlistmodel.h"

namespace ourtable {

class SortQueue : public ourtable::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString breakfast READ breakfast WRITE setBreakfast NOTIFY changed) // key; empty: all of them
    Q_PROPERTY(bool checking READ checking WRITE setChecking NOTIFY changed)

public:
    enum Role {
        TextRole = FirstOwnRole,
        WhereRole, // "Table 2"
        KindRole,  // code; empty when nobody has sorted it
        OwnRole,   // whoever is signed in wrote it down
    };

    using RecordListModel::RecordListModel;

    [[nodiscard]] QString breakfast() const { return m_breakfast; }
    void setBreakfast(const QString &key);
    [[nodiscard]] bool checking() const { return m_checking; }
    void setChecking(bool checking);
    [[nodiscard]] QString keyAt(int row) const { return data(index(row), KeyRole).toString(); }
    // What waits, as a question to the storage.
    [[nodiscard]] store::Query waiting() const;

signals:
    void changed();

protected:
    [[nodiscard]] std::optional<Wanted> wanted() const override;
    [[nodiscard]] QHash<int, QByteArray> ownRoles() const override;

private:
    QString m_breakfast;
    bool m_checking = false;
};

} // namespace ourtable
