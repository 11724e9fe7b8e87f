#include "app/bridge/todayview.h"

#include "app/bridge/datedoubt.h"
#include "app/bridge/daywords.h"

namespace ourtable {

Today::Today(QObject *parent) : QObject(parent)
{
    m_ask.setSingleShot(true);
    m_ask.setInterval(0);
    connect(&m_ask, &QTimer::timeout, this, &Today::askNow);
}

void Today::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, &Today::ask);
    connect(session, &Session::todayChanged, this, &Today::ask);
    emit sessionChanged();
    ask();
}

void Today::ask() { m_ask.start(); }

void Today::askNow()
{
    const TodayAsked asked{m_session->today(), coordinator()};
    m_session->storage().askWorkspace(
        this, [asked](usecases::Workspace &workspace) { return readToday(workspace, asked); },
        [this](const Result<TodayFacts> &facts) {
            m_problem = facts ? QString() : tr("We could not open your list just now. Your notes are safe. Try again, or ask for help.");
            if (facts)
                take(*facts);
            m_ready = m_ready || facts.ok();
            emit changed();
        });
}

void Today::take(const TodayFacts &facts)
{
    m_facts = facts;
    m_happened.show(facts.happened);
    m_promises.show(facts.promises);
    m_waiting.show(facts.waiting);
    QList<RowsModel::Row> figures;
    for (const TodayFigure &figure : facts.figures) {
        RowsModel::Row row;
        row.text = figure.value;
        row.detail = figure.words;
        row.sign = figure.sign;
        figures.append(row);
    }
    m_figures.show(figures);
}

QString Today::greeting() const
{
    if (!m_session)
        return {};
    const int hour = days::localTime(m_session->clock().wallMilliseconds()).time().hour();
    const QString words = hour < 12 ? tr("Good morning, %1") : hour < 18 ? tr("Good afternoon, %1") : tr("Good evening, %1");
    return words.arg(m_session->personName());
}

QString Today::dayWords() const { return m_session ? days::dayWords(m_session->today(), m_session->today()) : QString(); }

bool Today::coordinator() const { return m_session && m_session->roles().contains(QStringLiteral("coordinator")); }

bool Today::mayStart() const { return m_session && m_session->may(QStringLiteral("gathering"), QStringLiteral("create")); }

QString Today::title() const { return m_facts.breakfast.key.isEmpty() ? tr("No breakfast today") : m_facts.breakfast.title; }

QString Today::dateDoubt() const
{
    if (m_facts.savedLater == 0)
        return {};
    return tr("This device says it is %1. Something was saved here on %2. Nothing is lost. Put the date right, or ask your coordinator.")
        .arg(dayWords(), days::dayWords(days::isoDay(m_facts.savedLater), m_session->today()));
}

void Today::putDateDoubtAway()
{
    const std::int64_t saved = std::exchange(m_facts.savedLater, 0);
    emit changed();
    m_session->storage().askWorkspace(
        this, [saved](usecases::Workspace &workspace) { return datedoubt::markRead(workspace, saved); }, [](const Result<void> &) {}); // else it is said again
}

QString Today::detail() const
{
    if (m_facts.breakfast.over)
        return tr("It is finished. Thank you.");
    if (!m_facts.breakfast.key.isEmpty())
        return m_facts.breakfast.detail;
    if (!m_facts.next.isEmpty())
        return m_facts.next;
    return mayStart() ? tr("Start one when people are at the table.") : tr("Your coordinator will add one.");
}

} // namespace ourtable
