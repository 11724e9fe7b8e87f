// Where a locked copy can go, or the copies that were found: memory sticks first, then the downloads. Looks again by itself
// every few seconds: a stick is put in when the page says so. The storage thread looks, as a bad stick may take its time.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>

#include "app/bridge/rowsmodel.h"
#include "app/bridge/session.h"

namespace ourtable {

class CopyPlaces : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool files MEMBER m_files NOTIFY filesChanged) // copies that are there already, instead of places
    Q_PROPERTY(ourtable::RowsModel *rows READ rows CONSTANT)  // key: the path; text: its name; detail: where that is
    Q_PROPERTY(bool stick READ stick NOTIFY stickChanged)     // one is in

public:
    explicit CopyPlaces(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] RowsModel *rows() { return &m_rows; }
    [[nodiscard]] bool stick() const { return m_stick; }

    Q_INVOKABLE void look();

    // The folders of memory sticks among those that the system mounts things into; isMounted says whether one is a disk of
    // its own. In order of their names.
    [[nodiscard]] static QStringList sticksUnder(const QStringList &mountFolders, const std::function<bool(const QString &)> &isMounted);
    // The copies right in these folders, the newest first.
    [[nodiscard]] static QStringList copiesIn(const QStringList &folders);

signals:
    void sessionChanged();
    void filesChanged();
    void stickChanged();

private:
    struct Seen {
        QStringList sticks;
        QString downloads;
        QStringList copies;
    };
    [[nodiscard]] static Seen seen();
    void show(const Seen &seen);

    Session *m_session = nullptr;
    RowsModel m_rows;
    QTimer m_again;
    bool m_files = false;
    bool m_stick = false;
    bool m_looking = false;
};

} // namespace ourtable
