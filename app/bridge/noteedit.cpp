#include "app/bridge/noteedit.h"

#include "app/bridge/daywords.h"
#include "app/bridge/notehistory.h"
#include "app/bridge/notewords.h"
#include "core/catalogue/handles.h"
#include "core/sync/hybridclock.h"
#include "core/usecases/recordoffers.h"

namespace ourtable {
namespace {

namespace fields = catalogue::kinds::contribution;
using How = usecases::FieldEdit::How;

constexpr int kKeepMilliseconds = 300;

} // namespace

NoteEdit::NoteEdit(QObject *parent) : QObject(parent)
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepMilliseconds);
    connect(&m_keep, &QTimer::timeout, this, &NoteEdit::keepDraft);
}

NoteEdit::~NoteEdit() { saveWords(); }

void NoteEdit::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::aboutToLock, this, &NoteEdit::keepDraft);
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        const std::optional<RecordId> mine = record();
        if (mine && std::any_of(touched.begin(), touched.end(), [&mine](const usecases::Touched &each) { return each.record == *mine; }))
            ask();
    });
    emit changed();
    ask();
}

void NoteEdit::setKey(const QString &key)
{
    if (m_key == key)
        return;
    m_key = key;
    emit changed();
    ask();
}

void NoteEdit::ask()
{
    if (!m_session || !record())
        return;
    m_session->storage().askWorkspace(
        this,
        [id = *record(), form = form(), today = m_session->today()](usecases::Workspace &workspace) -> Result<Read> {
            Read read;
            OURTABLE_ASSIGN(read.note, workspace.get(id));
            if (read.note.erased)
                return read;
            OURTABLE_ASSIGN(const usecases::RecordOffers offers, usecases::offersFor(workspace, id));
            read.mayTakeBack = offers.takeBack;
            OURTABLE_ASSIGN(read.history, noteHistory(workspace, id, today));
            const Result<Value> draft = workspace.draft(form);
            if (draft && draft->text())
                read.draft = *draft->text();
            return read;
        },
        [this](Result<Read> &&read) { show(std::move(read)); });
}

void NoteEdit::show(Result<Read> &&read)
{
    const bool first = !m_note;
    m_missing = !read || read->note.kind != fields::kind;
    if (!read && read.error().code != ErrorCode::NotFound)
        setProblem(m_session->textOf(read.error()));
    if (m_missing) {
        emit changed();
        return;
    }
    m_note = std::move(read->note);
    m_history = std::move(read->history);
    m_mayTakeBack = read->mayTakeBack;
    if (m_note->erased)
        return forgetWords();
    const QString words = first && read->draft ? QString::fromStdString(*read->draft) : held(fields::text);
    if (!m_typed && !removed() && m_text != words) {
        m_text = words;
        emit textReplaced();
    }
    m_typed = m_typed || (first && read->draft);
    emit changed();
}

// Somebody took it back, here or elsewhere: what was being written goes with it, and no pause keeps it.
void NoteEdit::forgetWords()
{
    m_keep.stop();
    m_typed = false;
    m_text.clear();
    setProblem({});
    emit textReplaced();
    emit changed();
}

QString NoteEdit::held(catalogue::FieldNumber field) const
{
    const std::string *text = m_note ? m_note->field(field).text() : nullptr;
    return text ? QString::fromStdString(*text) : QString();
}

int NoteEdit::limit() const { return static_cast<int>(catalogue::Catalogue::builtIn().kind(fields::kind)->field(fields::text)->limit); }
QString NoteEdit::kind() const { return held(fields::kind_); }
QString NoteEdit::level() const { return held(fields::level); }
QString NoteEdit::principle() const { return held(fields::principle); }
QString NoteEdit::voice() const { return held(fields::voice); }
QString NoteEdit::permission() const { return held(fields::quote_permission); }
QString NoteEdit::language() const { return held(fields::language); }

QStringList NoteEdit::themes() const
{
    QStringList codes;
    const ValueArray *held = m_note ? m_note->field(fields::theme).array() : nullptr;
    for (const Value &code : held ? *held : ValueArray())
        codes.append(code.text() ? QString::fromStdString(*code.text()) : QString());
    return codes;
}

QString NoteEdit::where() const
{
    if (!m_note)
        return {};
    const std::int64_t *table = m_note->field(fields::table).integer();
    const std::uint64_t clock = takenBack() ? m_note->updatedClock : m_note->createdClock; // when it was written is gone with it
    return tr("Table %1, %2", "2, 8:51").arg(table ? *table : 0).arg(days::momentWords(sync::millisecondsOfClock(clock), m_session->today()));
}

QVariantList NoteEdit::choices(const QString &vocabulary) const { return m_session ? noteChoices(m_session->catalogue(), vocabulary) : QVariantList(); }

void NoteEdit::choose(const QString &field, const QString &value)
{
    const catalogue::Field *known = m_session->catalogue().kind(fields::kind)->field(field.toStdString());
    if (!known || !m_note || held(known->number) == value)
        return;
    change({{known->number, value.isEmpty() ? How::Clear : How::Set, Value(value.toStdString()), std::nullopt}}, false);
}

void NoteEdit::chooseTheme(const QString &theme, bool chosen)
{
    if (m_note && themes().contains(theme) != chosen)
        change({{fields::theme, chosen ? How::Add : How::Remove, Value(theme.toStdString()), std::nullopt}}, false);
}

void NoteEdit::write(const QString &words)
{
    if (!m_note || takenBack() || m_text == words)
        return;
    m_text = words;
    m_typed = true;
    setProblem({});
    if (!m_keep.isActive())
        m_keep.start();
}

void NoteEdit::saveWords()
{
    if (!m_typed || removed())
        return;
    const QString words = m_text.trimmed();
    if (words.isEmpty())
        return setProblem(tr("Write a few words first"));
    if (words.toUcs4().size() > limit())
        return setProblem(tr("This is longer than %1 letters. Make it shorter.").arg(limit()));
    m_keep.stop();
    m_typed = false;
    if (words != held(fields::text))
        change({{fields::text, How::Set, Value(words.toStdString()), std::nullopt}}, true);
    else
        keepDraft();
}

void NoteEdit::change(std::vector<usecases::FieldEdit> edits, bool words)
{
    m_session->storage().askWorkspace(
        m_session, // also when this object is going
        [id = *record(), edits = std::move(edits), form = words ? std::optional(form()) : std::nullopt](usecases::Workspace &workspace) {
            const Result<void> done = workspace.change(id, edits, form);
            if (!done && done.error().code != ErrorCode::Erased && form)
                (void)workspace.keepDraft(*form, edits.front().value); // what stands in the way now may be gone later
            return done;
        },
        [session = m_session, id = *record(), self = QPointer<NoteEdit>(this), words](const Result<void> &done) {
            if (done)
                session->tellTouched(id, fields::kind);
            if (self && !done)
                self->m_typed = self->m_typed || (words && !self->takenBack()); // still in the box, still to be saved
            if (self)
                self->answered(done);
        });
}

void NoteEdit::answered(const Result<void> &done)
{
    setProblem(done ? QString() : m_session->textOf(done.error()));
    if (!done)
        emit changed(); // what was chosen goes back to what holds
}

// Nothing typed that is not saved: no draft.
void NoteEdit::keepDraft()
{
    m_keep.stop();
    if (!m_session || !record() || !m_note)
        return;
    m_session->storage().askWorkspace(
        m_session,
        [form = form(), typed = m_typed, words = m_text.toStdString()](usecases::Workspace &workspace) {
            return typed ? workspace.keepDraft(form, Value(words)) : workspace.discardDraft(form);
        },
        [](const Result<void> &) {}); // the next pause keeps it again
}

void NoteEdit::remove()
{
    m_session->storage().askWorkspace(
        this, [id = *record()](usecases::Workspace &workspace) { return workspace.hide(id); },
        [this](const Result<void> &hidden) {
            answered(hidden);
            if (hidden)
                m_session->tellTouched(*record(), fields::kind);
        });
}

void NoteEdit::bringBack()
{
    m_session->storage().askWorkspace(
        this, [id = *record()](usecases::Workspace &workspace) { return workspace.restore(id); },
        [this](const Result<void> &restored) {
            answered(restored);
            if (restored)
                m_session->tellTouched(*record(), fields::kind);
        });
}

void NoteEdit::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit changed();
}

} // namespace ourtable
