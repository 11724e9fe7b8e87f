#include "app/pictures/walk.h"

#include <QSaveFile>

#include "app/pictures/mainplaces.h"
#include "app/pictures/settling.h"

namespace ourtable::pictures {
namespace {

// Reached from every page.
const QStringList kBeside{QStringLiteral("sharing"), QStringLiteral("comfort"), QStringLiteral("help")};

} // namespace

Walk::Walk(Session &session, QQuickWindow &window, const QDir &into) : m_session(session), m_window(window), m_into(into) {}

bool Walk::takePicture(const QString &name)
{
    settle(m_session, m_window);
    if (!m_window.grabWindow().save(m_into.filePath(name + QStringLiteral(".png")))) {
        m_problem = QStringLiteral("The pictures can't be written into that folder.");
        return false;
    }
    m_taken.append(name);
    return true;
}

bool Walk::signIn(const QString &secret)
{
    (void)waitUntil([this] { return m_session.stage() != Session::Stage::Starting; });
    if (m_session.stage() != Session::Stage::SignedOut || m_session.people()->count() == 0) {
        m_problem = QStringLiteral("Nobody can sign in on this device. %1").arg(m_session.problem());
        return false;
    }
    if (!takePicture(QStringLiteral("signin")))
        return false;
    PeopleModel &people = *m_session.people();
    m_session.signIn(people.data(people.index(0, 0), PeopleModel::KeyRole).toString(), secret);
    (void)waitUntil([this] { return m_session.stage() == Session::Stage::SignedIn || !m_session.problem().isEmpty(); });
    m_problem = m_session.problem();
    return m_session.stage() == Session::Stage::SignedIn;
}

QStringList Walk::go(const QString &secret)
{
    if (!signIn(secret))
        return {};
    settle(m_session, m_window);
    QObject *const shell = shellOf(m_window);
    const QString place = m_session.place(); // whoever signs in next is where they were
    for (const QString &page : mainPlaces(*shell) + kBeside) {
        QMetaObject::invokeMethod(shell, "open", Q_ARG(QString, page));
        if (!takePicture(page))
            return {};
    }
    m_session.keepPlace(place);
    m_session.lock();
    (void)waitUntil([this] { return m_session.stage() == Session::Stage::SignedOut; });
    settle(m_session, m_window);
    return m_taken;
}

bool writeIndex(const QDir &into, const QStringList &names)
{
    QString page = QStringLiteral("<!doctype html><meta charset=\"utf-8\"><title>Our Table</title>\n"
                                  "<style>body{font:16px sans-serif;margin:2em}img{max-width:100%;border:1px solid #999}</style>\n");
    for (const QString &name : names)
        page += QStringLiteral("<h2>%1</h2><img src=\"%1.png\" alt=\"%1\">\n").arg(name);
    QSaveFile file(into.filePath(QStringLiteral("index.html")));
    return file.open(QIODevice::WriteOnly) && file.write(page.toUtf8()) > 0 && file.commit();
}

} // namespace ourtable::pictures
