#include "app/bridge/onepromise.h"

#include <algorithm>

#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;

constexpr int kKeepAfter = 300; // milliseconds

std::string stepWords(const QVariantMap &step, const char *part) { return step.value(QLatin1String(part)).toString().trimmed().toStdString(); }

} // namespace

OnePromise::OnePromise(QObject *parent) : QObject(parent)
{
    m_read.setSingleShot(true);
    m_read.setInterval(0);
    connect(&m_read, &QTimer::timeout, this, &OnePromise::read);
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepAfter);
    connect(&m_keep, &QTimer::timeout, this, &OnePromise::keep);
}

OnePromise::~OnePromise()
{
    if (m_keep.isActive())
        keep();
}

void OnePromise::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::aboutToLock, this, [this] {
        if (m_keep.isActive())
            keep();
    });
    connect(session, &Session::todayChanged, this, [this] { m_read.start(); });
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        static constexpr catalogue::KindNumber kBehind[] = {kinds::action::kind, kinds::action_update::kind, kinds::feedback::kind,
                                                            kinds::contribution::kind, kinds::need_statement::kind};
        const bool ours = std::any_of(touched.begin(), touched.end(), [](const usecases::Touched &each) {
            return std::find(std::begin(kBehind), std::end(kBehind), each.kind) != std::end(kBehind);
        });
        if (ours)
            m_read.start();
    });
    emit sessionChanged();
    m_read.start();
}

void OnePromise::setKey(const QString &key)
{
    if (m_key == key)
        return;
    if (m_keep.isActive())
        keep();
    m_key = key;
    begin();
    emit keyChanged();
    emit changed();
    emit draftChanged();
    m_read.start();
}

// Another one: nothing of the one before is shown.
void OnePromise::begin()
{
    m_reading = {};
    m_draft.clear();
    m_before.clear();
    m_problem.clear();
    m_ready = m_missing = false;
    for (RowsModel *rows : {&m_updates, &m_notes, &m_came})
        rows->show({});
}

void OnePromise::read()
{
    if (!m_session || !record())
        return;
    const int question = ++m_asked;
    m_session->storage().askWorkspace(
        this,
        [asked = PromiseAsked{*record(), form(), m_before.toStdString(), m_session->today()}](usecases::Workspace &workspace) { return readPromise(workspace, asked); },
        [this, question](Result<PromiseReading> &&reading) {
            if (question == m_asked)
                show(std::move(reading));
        });
}

void OnePromise::show(Result<PromiseReading> &&reading)
{
    m_missing = !reading;
    if (!reading)
        return setProblem(m_session->textOf(reading.error()));
    m_reading = std::move(*reading);
    m_updates.show(m_reading.updates);
    m_notes.show(m_reading.notes);
    m_came.show(m_reading.came);
    if (!std::exchange(m_ready, true) && !m_reading.draft.isEmpty()) {
        m_draft = m_reading.draft;
        emit draftChanged();
    }
    emit changed();
}

void OnePromise::write(const QVariantMap &step)
{
    if (m_draft == step)
        return;
    m_draft = step;
    m_keep.start();
}

void OnePromise::keep()
{
    m_keep.stop();
    if (!m_session || !record())
        return;
    Value content;
    if (!m_draft.isEmpty()) {
        content = Value::emptyMap();
        for (const char *part : {"to", "words", "newText"})
            content.set(part, Value(m_draft.value(QLatin1String(part)).toString().toStdString()));
    }
    m_session->storage().askWorkspace(
        m_session,
        [form = form(), content](usecases::Workspace &workspace) { return content.isNull() ? workspace.discardDraft(form) : workspace.keepDraft(form, content); },
        [](const Result<void> &) {}); // what the disk does not take is asked about before the window closes
}

void OnePromise::take(const QVariantMap &step)
{
    if (m_saving || !m_session || !record())
        return;
    usecases::PromiseStep taken;
    taken.promise = *record();
    taken.to = stepWords(step, "to");
    taken.words = stepWords(step, "words");
    taken.newText = stepWords(step, "newText");
    taken.draft = form();
    const QString to = QString::fromStdString(taken.to);
    const auto offered = std::find_if(m_reading.moves.cbegin(), m_reading.moves.cend(), [&to](const QVariant &move) { return move.toMap()[QStringLiteral("to")] == to; });
    taken.sayOnly = !to.isEmpty() && (offered == m_reading.moves.cend() || offered->toMap()[QStringLiteral("others")].toBool());
    commit(taken, taken.sayOnly || to.isEmpty() ? QString() : QString::fromStdString(m_reading.state));
}

void OnePromise::undo()
{
    if (m_saving || !mayUndo())
        return;
    usecases::PromiseStep back;
    back.promise = *record();
    back.to = m_before.toStdString();
    commit(back, {});
}

void OnePromise::commit(const usecases::PromiseStep &step, const QString &before)
{
    m_saving = true;
    m_keep.stop();
    ++m_asked; // what is being read now is older
    emit changed();
    using Answer = Result<PromiseReading>;
    m_session->storage().askWorkspace(
        this,
        [step, asked = PromiseAsked{step.promise, form(), before.toStdString(), m_session->today()}](usecases::Workspace &workspace) -> Answer {
            OURTABLE_TRY(usecases::takeStep(workspace, step));
            return readPromise(workspace, asked);
        },
        [this, before, record = step.promise, drafted = step.draft.has_value()](Answer &&answer) {
            m_saving = false;
            if (!answer) {
                setProblem(m_session->textOf(answer.error()));
                if (!m_draft.isEmpty())
                    m_keep.start();
                return emit refused();
            }
            m_before = before;
            m_problem.clear();
            if (drafted)
                m_draft.clear();
            show(std::move(answer));
            emit taken(m_reading.standing);
            m_session->tellTouched(record, kinds::action::kind);
        });
}

void OnePromise::setProblem(const QString &problem)
{
    m_problem = problem;
    emit changed();
}

} // namespace ourtable
