#include "app/bridge/sortnotes.h"

#include <algorithm>

#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace fields = catalogue::kinds::contribution;
using usecases::SortOutcome;
using usecases::Workspace;

constexpr std::int64_t kIndexedMeanwhile = 500; // notes: some milliseconds
constexpr char kUnsorted[] = "experience"; // what every note is until somebody sorts it

std::optional<RecordId> noteOf(const QString &key) { return RecordId::fromHexText(key.toStdString()); }

bool isGone(const Result<store::RecordView> &note) { return !note || note->erased || note->hidden || note->kind != fields::kind; }

} // namespace

void SortNotes::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        const std::optional<RecordId> mine = noteOf(m_key);
        if (mine && std::ranges::find(touched, *mine, &usecases::Touched::record) != touched.end())
            lookAgain();
    });
    emit sessionChanged();
    begin();
}

void SortNotes::setQueue(SortQueue *queue)
{
    if (m_queue == queue)
        return;
    m_queue = queue;
    m_look.setSingleShot(true); // once it is as it will be
    m_look.setInterval(0);
    connect(&m_look, &QTimer::timeout, this, &SortNotes::queueChanged);
    const auto lookSoon = [this] { m_look.start(); };
    connect(queue, &SortQueue::readyChanged, this, lookSoon);
    connect(queue, &SortQueue::modelReset, this, lookSoon);
    connect(queue, &SortQueue::rowsInserted, this, lookSoon);
    connect(queue, &SortQueue::rowsRemoved, this, lookSoon);
    emit sessionChanged();
    begin();
}

void SortNotes::begin()
{
    if (!m_session || !m_queue)
        return;
    queueChanged();
}

SortNotes::Stage SortNotes::stage() const
{
    if (!m_key.isEmpty())
        return Stage::AtNote;
    if (!m_queue || !m_queue->ready() || !m_begun || !m_wanted.isEmpty())
        return Stage::Reading;
    if (left() > 0)
        return Stage::OnlyLater;
    return m_here > 0 ? Stage::Done : Stage::Empty;
}

int SortNotes::left() const
{
    int all = 0;
    for (int row = 0; m_queue && row < m_queue->count(); ++row)
        all += m_handled.contains(m_queue->keyAt(row)) ? 0 : 1;
    return all;
}

// What left the queue has arrived there: it may come again.
void SortNotes::queueChanged()
{
    if (!m_session || !m_queue->ready())
        return;
    if (m_themeChoices.isEmpty())
        askThemes();
    m_handled.removeIf([this](const QString &key) { return m_queue->rowOf(key) < 0; });
    if (m_key.isEmpty() && m_wanted.isEmpty())
        goOn();
    else
        emit changed();
}

void SortNotes::goOn()
{
    if (!std::exchange(m_begun, true) && m_queue->rowOf(m_startAt) >= 0)
        return show(m_startAt);
    const int all = m_queue->count(), from = m_queue->rowOf(m_key);
    for (int step = 1; step <= all; ++step) {
        const QString key = m_queue->keyAt((from + step) % all);
        if (key != m_key && waits(key))
            return show(key);
    }
    m_key.clear();
    m_wanted.clear();
    takeSuggestion({});
    emit changed();
    emit arrived();
    askCounts();
}

void SortNotes::show(const QString &key)
{
    m_wanted = key;
    const std::optional<RecordId> id = noteOf(key);
    if (!id)
        return;
    m_session->storage().askWorkspace(
        this, [id = *id, checking = m_queue->checking()](Workspace &workspace) { return read(workspace, id, checking); },
        [this, key](const Result<Read> &note) {
            if (key != m_wanted)
                return; // another one was asked for meanwhile
            if (!note || isGone(note->note))
                return leave(key, tr("This note is not here any more."));
            take(key, *note);
        });
}

// With what may be offered for it, so that nothing moves under a hand once the note is there. Where the words of many notes are not
// in the index yet, the note does not wait for them: nothing is offered.
Result<SortNotes::Read> SortNotes::read(Workspace &workspace, const RecordId &id, bool checking)
{
    OURTABLE_ASSIGN(store::RecordView note, workspace.get(id));
    const bool own = usecases::isOwnNote(workspace, note);
    Read read{std::move(note), own, {}};
    OURTABLE_ASSIGN(const std::int64_t unindexed, workspace.indexSome(kIndexedMeanwhile));
    if (!checking && unindexed == 0) {
        OURTABLE_ASSIGN(read.suggestion, usecases::suggestSorting(workspace, read.note));
    }
    return read;
}

void SortNotes::take(const QString &key, const Read &read)
{
    m_key = key;
    m_own = read.own;
    m_seen = m_chosen = usecases::sortingOf(read.note);
    m_kindSaid = m_seen.kind != kUnsorted || !m_seen.themes.empty();
    m_notice.clear();
    m_problem.clear();
    takeSuggestion(read.suggestion);
    takeWords(read.note);
    emit changed();
    emit arrived();
}

void SortNotes::lookAgain()
{
    m_session->storage().askWorkspace(
        this, [id = *noteOf(m_key)](Workspace &workspace) { return workspace.get(id); },
        [this, key = m_key](const Result<store::RecordView> &note) {
            if (key != m_key || m_wanted != m_key)
                return;
            if (isGone(note))
                return leave(key, tr("This note is not here any more."));
            takeTheirs(*note);
        });
}

// Words may have been put right: they are shown as they are. Only another sorting takes the place of what was chosen here.
void SortNotes::takeTheirs(const store::RecordView &note)
{
    takeWords(note);
    const usecases::Sorting theirs = usecases::sortingOf(note);
    if (theirs != m_seen) {
        m_seen = m_chosen = theirs;
        m_kindSaid = true;
        m_notice = tr("Somebody else sorted this note meanwhile. This is what they chose.");
        emit said(m_notice);
    }
    emit changed();
}

void SortNotes::leave(const QString &key, const QString &words)
{
    m_handled.insert(key);
    m_visited.removeAll(key);
    if (m_last && m_last->key == key)
        m_last.reset();
    emit said(words);
    goOn();
}

void SortNotes::next()
{
    if (busy())
        return;
    if (!m_queue->checking() && m_chosen.themes.empty())
        return setProblem(tr("Choose what it is about, or leave it for later."));
    m_saving = true;
    m_session->storage().askWorkspace(
        this,
        [id = *noteOf(m_key), chosen = m_chosen, seen = m_seen, checking = m_queue->checking()](Workspace &workspace) {
            return checking ? usecases::checkNote(workspace, id, chosen, seen) : usecases::sortNote(workspace, id, chosen, seen);
        },
        [this, key = m_key](const Result<SortOutcome> &outcome) { saved(key, outcome); });
}

void SortNotes::saved(const QString &key, const Result<SortOutcome> &outcome)
{
    m_saving = false;
    if (!outcome && (outcome.error().code == ErrorCode::Erased || outcome.error().code == ErrorCode::NotFound))
        return leave(key, tr("This note is not here any more."));
    if (!outcome)
        return setProblem(m_session->textOf(outcome.error()));
    if (!outcome->done && m_queue->checking() && outcome->note.state != "noted")
        return leave(key, tr("Somebody else has read that one already."));
    if (!outcome->done)
        return takeTheirs(outcome->note);
    const usecases::Sorting before = std::exchange(m_seen, usecases::sortingOf(outcome->note));
    m_chosen = m_seen;
    if (!m_queue->checking() && before != m_seen)
        m_last = Last{key, before, m_seen};
    ++m_here;
    m_handled.insert(key);
    m_visited.removeAll(key);
    if (!m_queue->checking())
        m_visited.append(key);
    m_session->tellTouched(*noteOf(key), fields::kind);
    goOn();
}

void SortNotes::later()
{
    if (busy())
        return;
    m_later.insert(m_key);
    m_visited.removeAll(m_key);
    m_visited.append(m_key);
    goOn();
}

void SortNotes::back()
{
    if (!m_visited.isEmpty() && !m_saving)
        look(m_visited.takeLast());
}

void SortNotes::look(const QString &key)
{
    m_later.remove(key);
    show(key);
}

void SortNotes::takeLater()
{
    m_later.clear();
    goOn();
}

void SortNotes::undo()
{
    if (!m_last || m_saving)
        return;
    const Last last = *std::exchange(m_last, std::nullopt);
    m_session->storage().askWorkspace(
        this, [id = *noteOf(last.key), last](Workspace &workspace) { return usecases::sortNote(workspace, id, last.before, last.after); },
        [this, key = last.key](const Result<SortOutcome> &undone) {
            if (!undone)
                return setProblem(m_session->textOf(undone.error()));
            emit said(undone->done ? tr("Undone. The note is not sorted.") : tr("Somebody else changed that note meanwhile. It stays as they left it."));
            if (undone->done) {
                m_handled.remove(key);
                m_here = std::max(0, m_here - 1);
                m_session->tellTouched(*noteOf(key), fields::kind);
            }
            m_visited.removeAll(key);
            look(key);
        });
}

void SortNotes::setProblem(const QString &problem)
{
    m_problem = problem;
    emit changed();
    if (!problem.isEmpty())
        emit said(problem);
}

} // namespace ourtable
