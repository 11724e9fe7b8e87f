// All breakfasts and meetings: those that happen now first, then those to come, then those that were held, newest first.
#pragma once

#include <atomic>
#include <memory>

#include "app/bridge/recordlistmodel.h"

namespace ourtable {

class BreakfastsModel : public ourtable::RecordListModel { // in full: the type registrar of Qt 6.4 finds no other base
    Q_OBJECT
    QML_ELEMENT

public:
    explicit BreakfastsModel(QObject *parent = nullptr);

    Q_INVOKABLE [[nodiscard]] QString keyAt(int row) const { return data(index(row), KeyRole).toString(); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] std::optional<Wanted> wanted() const override;
    [[nodiscard]] QHash<int, QByteArray> ownRoles() const override;

private:
    // Section is known before the row: a list is laid out by it.
    enum OwnRole { SectionRole = FirstOwnRole, DayRole, PlaceRole, DetailRole, StandingRole, MarkRole };
    [[nodiscard]] static Result<Cells> cellsOf(usecases::Workspace &workspace, const store::RecordView &meeting, const QString &today);

    std::shared_ptr<std::atomic<int>> m_now;   // how many rows are open
    std::shared_ptr<std::atomic<int>> m_ahead; // how many are open or to come
};

} // namespace ourtable
