// The base of every list of records: their ids in order, at once and for all of them, with what the first rows show; what
// further rows show, fetched from the storage thread as they are seen. A list of 100,000 costs two megabytes. Changes come row by row, so that nothing moves under
// whoever reads; only the answer to another question, when it has little in common with what was there, begins again.
#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <unordered_map>

#include "app/bridge/session.h"

namespace ourtable {

class RecordListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY readyChanged) // false until the first answer
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    // Roles that every list has; a class adds its own from FirstOwnRole on.
    enum Role { KeyRole = Qt::UserRole + 1, LoadedRole, FirstOwnRole };

    explicit RecordListModel(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] int count() const { return static_cast<int>(m_keys.size()); }
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] QString problem() const { return m_problem; }
    // The row of a record, -1 when it is not in the list. key as KeyRole gives it.
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString &key) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void countChanged();
    void readyChanged();
    void problemChanged();
    void begunAgain(); // the rows are other records now: a view goes to its beginning

protected:
    // What a row shows, ready to be shown: role -> value. Made on the storage thread from what was read there.
    using Cells = QHash<int, QVariant>;
    struct Wanted {
        // Both run on the storage thread and may not touch the model.
        std::function<Result<std::vector<store::RecordKey>>(usecases::Workspace &)> keys;
        std::function<Result<std::vector<std::pair<RecordId, Cells>>>(usecases::Workspace &, const std::vector<RecordId> &)> rows;
        // Kinds whose records, when touched, change the list or what its rows show; the kind of the rows first.
        std::vector<catalogue::KindNumber> kinds;
    };
    // What to ask, by the properties as they are now. Nothing while they are not complete: the list is empty then.
    [[nodiscard]] virtual std::optional<Wanted> wanted() const = 0;
    [[nodiscard]] virtual QHash<int, QByteArray> ownRoles() const = 0;
    // A property changed: asks anew. Several in one turn of the event loop ask once.
    void ask();
    // The rows shown are read again, in their places.
    void refreshRows();

private:
    // Where each row was when it was missed: it is looked for only when it has moved since.
    using Places = std::unordered_map<RecordId, int, FixedBytesHash>;

    struct Answer {
        std::vector<store::RecordKey> keys;
        std::vector<std::pair<RecordId, Cells>> first; // of another question: its rows are there at once, none is empty for a moment
    };

    void askAgain() { m_ask.start(); }
    void askNow();
    void take(Answer &&answer);
    void makeRoom(std::size_t rows);
    void show(std::vector<store::RecordKey> &&keys);
    void applyKeys(std::vector<store::RecordKey> &&keys, const std::vector<bool> &stays);
    void beginAgain(std::vector<store::RecordKey> &&keys);
    void noteChanged(const std::vector<store::RecordKey> &keys);
    void miss(const RecordId &id, int row) const;
    void fetch();
    void takeRows(const std::vector<std::pair<RecordId, Cells>> &rows, const Places &places);
    [[nodiscard]] int rowOf(const RecordId &id) const;
    [[nodiscard]] bool isAt(const RecordId &id, int row) const;
    void setProblem(const QString &problem);

    Session *m_session = nullptr;
    std::vector<store::RecordKey> m_keys;
    std::optional<Wanted> m_wanted;
    std::unordered_map<RecordId, Cells, FixedBytesHash> m_rows; // what is known
    mutable std::vector<RecordId> m_missing;                    // seen, and not known yet
    mutable Places m_missed;                                    // the same
    mutable QTimer m_fetch;
    QTimer m_ask;
    QString m_problem;
    int m_asked = 0; // of the newest question; answers to older ones are dropped
    bool m_ready = false;
    bool m_anotherQuestion = false;
    bool m_othersChanged = false;
};

} // namespace ourtable
