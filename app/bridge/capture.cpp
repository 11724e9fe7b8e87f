#include "app/bridge/capture.h"

#include <QDate>
#include <QGuiApplication>
#include <QLocale>

#include "app/bridge/daywords.h"
#include "app/bridge/notewords.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;

constexpr int kKeepMilliseconds = 300; // at most so much typing is lost when everything ends at once
constexpr int kLikelyThemes = 6;

} // namespace

Capture::Capture(QObject *parent) : QObject(parent)
{
    m_ask.setSingleShot(true);
    m_ask.setInterval(0);
    connect(&m_ask, &QTimer::timeout, this, &Capture::ask);
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepMilliseconds);
    connect(&m_keep, &QTimer::timeout, this, &Capture::keepNow);
    connect(&m_draft, &NoteDraft::edited, this, [this] {
        setProblem({});
        if (!m_keep.isActive()) // not anew with each letter: whoever types without a pause is kept too
            m_keep.start();
    });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state != Qt::ApplicationActive)
            keepNow();
    });
}

Capture::~Capture() { leave(); }

void Capture::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::aboutToLock, this, &Capture::leave);
    connect(session->room(), &RoomLeft::changed, this, [this, room = session->room()] {
        if (std::exchange(m_notKept, room->notKept()) && !m_notKept && m_full) {
            setProblem({}); // somebody made room
            takeAnswer({});
        }
    });
    connect(session, &Session::touched, this, &Capture::lookWhetherTakenBack);
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        const bool ours = std::any_of(touched.begin(), touched.end(), [](const usecases::Touched &each) {
            return each.kind == kinds::contribution::kind || each.kind == kinds::action::kind || each.kind == kinds::gathering::kind
                || each.kind == kinds::gathering_table::kind;
        });
        if (ours)
            m_ask.start();
    });
    emit sessionChanged();
    m_ask.start();
}

void Capture::setBreakfast(const QString &key)
{
    if (m_breakfast == key)
        return;
    m_breakfast = key;
    m_ready = false;
    emit breakfastChanged();
    m_ask.start();
}

void Capture::ask()
{
    if (!m_session)
        return;
    const std::optional<RecordId> wanted = RecordId::fromHexText(m_breakfast.toStdString());
    m_session->storage().askWorkspace(
        this,
        [wanted, today = m_session->today(), begins = m_begins](usecases::Workspace &workspace) { return breakfast::read(workspace, wanted, today, begins); },
        [this](Result<breakfast::Now> &&now) { show(std::move(now)); });
}

void Capture::show(Result<breakfast::Now> &&now)
{
    m_missing = !now && !m_ready;
    if (!now) {
        if (now.error().code != ErrorCode::NotFound)
            setProblem(m_session->textOf(now.error()));
        emit read();
        return;
    }
    m_now = std::move(*now);
    m_tables.show(m_now.notes);
    const bool first = !std::exchange(m_ready, true);
    if (first) {
        m_breakfast = QString::fromStdString(m_now.id.hex());
        emit breakfastChanged();
        bringBack();
        askThemes();
    }
    emit read();
    if (!m_now.begun)
        takeAnswer(m_now.begun.error());
    else if (*m_now.begun)
        m_session->tellTouched(m_now.id, kinds::gathering::kind);
    if (std::exchange(m_sayCount, false))
        emit said(tr("Saved. %n notes at table %1", nullptr, notes()).arg(m_table));
}

void Capture::askThemes()
{
    m_session->storage().askWorkspace(
        this, [id = m_now.id](usecases::Workspace &workspace) { return breakfast::likelyThemes(workspace, id, kLikelyThemes); },
        [this](Result<QStringList> &&themes) {
            if (!themes)
                return setProblem(m_session->textOf(themes.error()));
            m_themes = std::move(*themes);
            emit themesChanged();
        });
}

QString Capture::title() const
{
    return m_ready ? tr("%1, %2", "Breakfast, Thursday 4 June").arg(m_now.title, day()) : QString();
}

QString Capture::day() const { return m_session ? days::dayWords(m_now.date, m_session->today()) : QString(); }

QString Capture::where() const
{
    if (m_now.opened == 0)
        return m_now.place;
    const QDateTime opened = days::localTime(m_now.opened);
    const QString time = days::timeWords(opened.toString(QStringLiteral("HH:mm")));
    return tr("%1, started %2", "a café, 8:34").arg(m_now.place, time);
}

QString Capture::writers() const
{
    if (!m_ready)
        return {};
    QStringList names = m_now.writers.value(m_table - 1);
    if (!m_now.open)
        return wroteWords(names);
    names.prepend(m_session->personName());
    if (names.size() == 1)
        return tr("%1 is writing").arg(names.first());
    if (names.size() == 2)
        return tr("%1 and %2 are writing").arg(names.first(), names.last());
    return tr("%1, %2 and %n others are writing", nullptr, static_cast<int>(names.size()) - 2).arg(names.at(0), names.at(1));
}

// At one that is over.
QString Capture::wroteWords(const QStringList &others) const
{
    switch (others.size()) {
    case 0: return {};
    case 1: return tr("%1 wrote here").arg(others.first());
    case 2: return tr("%1 and %2 wrote here").arg(others.first(), others.last());
    default: return tr("%1, %2 and %n others wrote here", nullptr, static_cast<int>(others.size()) - 2).arg(others.at(0), others.at(1));
    }
}

QVariantList Capture::themes() const
{
    QVariantList entries;
    for (const QString &code : m_themes)
        entries.append(QVariantMap{{QStringLiteral("code"), code}, {QStringLiteral("text"), noteWords(m_session->catalogue(), "theme", code.toStdString())}});
    return entries;
}

QString Capture::inOneMonth() const
{
    return m_session ? QDate::fromString(m_session->today(), Qt::ISODate).addMonths(1).toString(Qt::ISODate) : QString();
}

QVariantList Capture::choices(const QString &vocabulary) const { return m_session ? noteChoices(m_session->catalogue(), vocabulary) : QVariantList(); }

void Capture::save()
{
    if (m_saving || !m_ready)
        return;
    if (m_draft.text().trimmed().isEmpty())
        return setProblem(m_draft.isPromise() ? tr("Write what was promised first") : tr("Write a few words first"));
    if (m_draft.length() > m_draft.limit())
        return setProblem(tr("This is longer than %1 letters. Make it shorter, or save it as two notes.").arg(m_draft.limit()));
    m_keep.stop();
    m_saving = true;
    breakfast::NewNote note{m_now.id, m_table, m_draft.content(), m_now.nextBreakfast, form(m_table)};
    m_session->storage().askWorkspace(
        this, [note](usecases::Workspace &workspace) { return breakfast::save(workspace, note); },
        [this, table = note.table, content = note.content](const Result<usecases::Touched> &record) {
            m_saving = false;
            if (record)
                return finish(*record, table, content);
            takeAnswer(record.error());
            keepNow();
        });
}

void Capture::finish(const usecases::Touched &record, int table, const NoteDraft::Content &content)
{
    takeAnswer({});
    setProblem({});
    setLast(Last{record, content, table});
    m_undone.reset();
    setCameBack(false);
    m_left.remove(table);
    if (table == m_table) {
        m_draft.takeOut(content);
        keepNow();
    }
    m_sayCount = table == m_table && record.kind == kinds::contribution::kind;
    if (!m_sayCount)
        emit said(tr("Saved."));
    m_session->tellTouched(record.record, record.kind);
    emit saved();
}

void Capture::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit problemChanged();
    if (!problem.isEmpty())
        emit said(problem);
}

void Capture::setCameBack(bool cameBack)
{
    if (std::exchange(m_cameBack, cameBack) != cameBack)
        emit cameBackChanged();
}

} // namespace ourtable
