#include "app/bridge/recordform.h"

#include <algorithm>

#include "app/bridge/fieldvalue.h"
#include "app/bridge/formdraft.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
constexpr int kPause = 400; // milliseconds; what is lost at most when the device dies

std::optional<RecordId> idOf(const QString &key) { return RecordId::fromHexText(key.toStdString()); }

} // namespace

RecordForm::RecordForm(QObject *parent) : QObject(parent)
{
    m_read.setSingleShot(true);
    m_read.setInterval(0);
    m_keep.setSingleShot(true);
    m_keep.setInterval(kPause);
    connect(&m_read, &QTimer::timeout, this, &RecordForm::read);
    connect(&m_keep, &QTimer::timeout, this, &RecordForm::keepDraft);
    connect(&m_fields, &FormFields::edited, this, &RecordForm::noteEdit);
}

RecordForm::~RecordForm()
{
    if (m_keep.isActive())
        keepDraft();
}

void RecordForm::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    m_catalogue = session->catalogueShared();
    connect(session, &Session::aboutToLock, this, [this] {
        emit settling();
        keepDraft();
    });
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        const std::optional<RecordId> mine = idOf(m_key);
        if (mine && std::any_of(touched.begin(), touched.end(), [&mine](const auto &each) { return each.record == *mine; }))
            readAgain();
    });
    emit sessionChanged();
    readAgain();
}

void RecordForm::setKind(const QString &kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    emit kindChanged();
    readAgain();
}

void RecordForm::setKey(const QString &key)
{
    if (m_key == key)
        return;
    m_key = key;
    emit keyChanged();
    readAgain();
}

const catalogue::Kind *RecordForm::known() const { return m_catalogue ? m_catalogue->kind(m_kind.toStdString()) : nullptr; }

QString RecordForm::kindLabel() const { return known() ? QString::fromStdString(known()->label) : QString(); }

std::string RecordForm::formName() const { return records::formName(m_kind, m_key); }

void RecordForm::readAgain() { m_read.start(); }

void RecordForm::read()
{
    const catalogue::Kind *kind = known();
    if (!kind || m_saving)
        return;
    if (m_fields.count() == 0)
        m_fields.begin(*m_catalogue, *kind, m_session->today());
    const int question = ++m_question;
    m_session->storage().askWorkspace(
        this,
        [number = kind->number, record = idOf(m_key), form = formName(), today = m_session->today()](usecases::Workspace &workspace) {
            return readForm(workspace, *workspace.catalogue().kind(number), record, form, today);
        },
        [this, question](Result<FormReading> &&reading) {
            if (question != m_question)
                return;
            setProblem(reading ? QString() : m_session->textOf(reading.error()));
            if (reading)
                show(std::move(*reading));
        });
}

void RecordForm::show(FormReading &&reading)
{
    const bool first = !m_ready;
    m_reading = std::move(reading);
    for (FormField *field : m_fields.all()) {
        const auto held = m_reading.fields.find(field->field().number);
        const FormReading::Held here = held == m_reading.fields.end() ? FormReading::Held{} : held->second;
        for (auto name = m_reading.names.cbegin(); name != m_reading.names.cend(); ++name)
            field->learn(name.key(), name.value());
        const bool agreement = field->name() == QLatin1String("agreed_by");
        field->setStanding(!m_reading.removed && field->field().number != m_reading.fixedField
                               && (m_reading.offers.change || (agreement && m_reading.offers.agree)),
                           here.twoVersions);
        if (!isNew())
            field->refresh(here.value, here.seen);
        const auto beginning = m_reading.beginnings.find(field->field().number);
        if (isNew() && first && beginning != m_reading.beginnings.end())
            field->suggest(fields::inForm(field->field(), beginning->second));
    }
    if (first)
        showDraft();
    m_ready = true;
    emit readChanged();
}

void RecordForm::showDraft()
{
    m_draftCameBack = !m_reading.removed && takeDraft(m_reading.draft, m_fields);
    m_draftKept = m_draftCameBack;
    if (m_draftCameBack)
        setDirty(true);
}

void RecordForm::noteEdit()
{
    const QList<FormField *> &all = m_fields.all();
    setDirty(std::any_of(all.begin(), all.end(), [](const FormField *each) { return each->isChanged(); }));
    if (!m_keep.isActive())
        m_keep.start();
}

void RecordForm::keepDraft()
{
    m_keep.stop();
    if (!m_session || (!m_dirty && !m_draftKept))
        return;
    const bool changed = std::exchange(m_draftKept, m_dirty) != m_dirty;
    m_session->storage().askWorkspace(
        m_session,
        [form = formName(), content = m_dirty ? draftOf(m_fields) : Value()](usecases::Workspace &workspace) {
            return content.isNull() ? workspace.discardDraft(form) : workspace.keepDraft(form, content);
        },
        [form = QPointer<RecordForm>(this), session = m_session, changed](const Result<void> &kept) {
            if (!kept && form)
                form->setProblem(form->m_session->textOf(kept.error()));
            if (kept && changed)
                emit session->draftsChanged();
        });
}

bool RecordForm::check(bool complete)
{
    const catalogue::Kind *kind = known();
    // Which fields these two need depends on others; the core says so when it saves.
    const bool depends = kind->number == kinds::support_need::kind || kind->number == kinds::nomination::kind;
    bool good = true;
    for (FormField *field : m_fields.all()) {
        if (!field->mayChange())
            continue;
        const Result<void> checked = field->check(complete && field->required() && !depends);
        const QString error = !field->unclear().isEmpty() ? field->unclear() : checked ? QString() : m_session->textOf(checked.error());
        field->setError(error);
        good = good && error.isEmpty();
    }
    return good;
}

bool RecordForm::valid()
{
    emit settling();
    const catalogue::Kind *kind = known();
    const bool draft = kind && !kind->states.empty() && kind->states.front() == "draft" && (isNew() || m_reading.state == "draft");
    return kind && m_ready && check(!draft);
}

void RecordForm::discard()
{
    for (FormField *field : m_fields.all())
        field->forgetChange();
    m_draftCameBack = false;
    setProblem({});
    setDirty(false);
    keepDraft();
    emit readChanged();
}

void RecordForm::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

void RecordForm::setSaving(bool saving)
{
    if (m_saving == saving)
        return;
    m_saving = saving;
    emit savingChanged();
}

void RecordForm::setDirty(bool dirty)
{
    if (m_dirty == dirty)
        return;
    m_dirty = dirty;
    emit dirtyChanged();
}

} // namespace ourtable
