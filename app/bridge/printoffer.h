// What printing needs of the world outside, as the program offers it to the pages of one session: a child of the session, so
// that it is found from there and goes with it.
#pragma once

#include <functional>

#include "app/bridge/session.h"
#include "core/report/paperpress.h"

namespace ourtable {

class PrintOffer : public QObject {
    Q_OBJECT

public:
    using Opener = std::function<bool(const QString &path)>; // shows the file to the person; false: nothing here can

    // press outlives the session, and is asked on the storage thread. folder: where the files go, made when it is not there.
    PrintOffer(Session &session, report::PaperPress &press, QString folder, Opener open)
        : QObject(&session), m_press(press), m_folder(std::move(folder)), m_open(std::move(open))
    {
    }

    // nullptr when the program offers none.
    [[nodiscard]] static PrintOffer *of(const Session &session)
    {
        return session.findChild<PrintOffer *>(QString(), Qt::FindDirectChildrenOnly);
    }

    [[nodiscard]] report::PaperPress &press() { return m_press; }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] bool open(const QString &path) const { return m_open(path); }

private:
    report::PaperPress &m_press;
    QString m_folder;
    Opener m_open;
};

} // namespace ourtable
