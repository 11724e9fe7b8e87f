// What a form does to its record: saving, moving, removing and bringing back.
#include <algorithm>

#include "app/bridge/fieldvalue.h"
#include "app/bridge/recordform.h"

namespace ourtable {
namespace {

using usecases::FieldEdit;
using usecases::PlannedChange;

std::optional<RecordId> idOf(const QString &key) { return RecordId::fromHexText(key.toStdString()); }

// Somebody else may have removed the same element meanwhile: then there is nothing left to do.
Result<std::vector<FieldEdit>> withoutGone(usecases::Workspace &workspace, const RecordId &record, std::vector<FieldEdit> edits)
{
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.state(record));
    std::erase_if(edits, [&state](const FieldEdit &edit) {
        const ValueArray *held = state.shown(edit.field).array();
        return edit.how == FieldEdit::How::Remove && (!held || std::find(held->begin(), held->end(), edit.value) == held->end());
    });
    return edits;
}

Result<RecordId> commit(usecases::Workspace &workspace, PlannedChange planned, const std::string &form)
{
    if (planned.creates) {
        OURTABLE_ASSIGN(const usecases::Saved saved, workspace.create(planned.kind, std::move(planned.edits), {.id = {}, .state = {}, .draft = form, .imported = false, .sourceId = {}}));
        return saved.record;
    }
    OURTABLE_ASSIGN(planned.edits, withoutGone(workspace, planned.record, std::move(planned.edits)));
    const RecordId record = planned.record;
    OURTABLE_TRY(workspace.commit({std::move(planned)}, form));
    return record;
}

} // namespace

std::vector<FieldEdit> RecordForm::edits() const
{
    std::vector<FieldEdit> edits;
    for (const FormField *field : m_fields.all()) {
        if (field->mayChange() || (isNew() && field->field().number == m_reading.fixedField))
            field->addEdits(edits, isNew());
    }
    return edits;
}

void RecordForm::save()
{
    if (m_saving)
        return;
    if (!valid())
        return emit refused();
    PlannedChange planned;
    planned.edits = edits();
    if (!isNew() && planned.edits.empty()) {
        discard();
        return emit saved(m_key);
    }
    write(std::move(planned), [this] { emit saved(m_key); });
}

void RecordForm::move(const QString &to)
{
    if (m_saving || isNew())
        return;
    emit settling();
    if (!check(to != QLatin1String("draft")))
        return emit refused();
    PlannedChange planned;
    planned.edits = edits();
    planned.moveTo = to.toStdString();
    write(std::move(planned), [this] { emit moved(m_reading.stateWords); });
}

void RecordForm::sayYes()
{
    FormField *const agreed = m_fields.named(QStringLiteral("agreed_by"));
    if (!agreed || m_saving)
        return;
    QVariantList people = agreed->value().toList();
    people.append(QString::fromStdString(m_session->person().hex()));
    agreed->learn(people.constLast().toString(), m_session->personName());
    agreed->set(people);
    save();
}

void RecordForm::write(PlannedChange planned, const std::function<void()> &done)
{
    m_keep.stop();
    ++m_question; // what is being read now is older
    setSaving(true);
    planned.kind = known()->number;
    planned.creates = isNew();
    planned.record = idOf(m_key).value_or(RecordId{});
    QVariantList sent;
    for (const FormField *field : m_fields.all())
        sent.append(field->value());
    using Written = std::pair<RecordId, FormReading>;
    m_session->storage().askWorkspace(
        this,
        [planned = std::move(planned), form = formName(), today = m_session->today()](usecases::Workspace &workspace) -> Result<Written> {
            OURTABLE_ASSIGN(const RecordId record, commit(workspace, planned, form));
            OURTABLE_ASSIGN(FormReading reading, readForm(workspace, *workspace.catalogue().kind(planned.kind), record, {}, today));
            return Written{record, std::move(reading)};
        },
        [this, sent, done](Result<Written> &&written) {
            setSaving(false);
            if (!written)
                return take(written.error());
            takeSaved(written->first, std::move(written->second), sent);
            done();
            m_session->tellTouched(written->first, known()->number);
        });
}

// What was typed while it was being saved stays, over what was saved.
void RecordForm::takeSaved(const RecordId &record, FormReading &&reading, const QVariantList &sent)
{
    m_draftKept = false;
    m_draftCameBack = false;
    setProblem({});
    m_key = QString::fromStdString(record.hex());
    emit keyChanged();
    for (qsizetype index = 0; index < m_fields.all().size(); ++index) {
        FormField *const field = m_fields.all().at(index);
        const auto found = reading.fields.find(field->field().number);
        const FormReading::Held held = found == reading.fields.end() ? FormReading::Held{} : found->second;
        const bool typedMeanwhile = field->value() != sent.at(index);
        field->restore(typedMeanwhile ? field->value() : fields::inForm(field->field(), held.value), held.value, held.seen);
    }
    show(std::move(reading));
    const QList<FormField *> &all = m_fields.all();
    setDirty(std::any_of(all.begin(), all.end(), [](const FormField *each) { return each->isChanged(); }));
    if (m_dirty)
        m_keep.start();
}

void RecordForm::take(const Error &error)
{
    const QString text = m_session->textOf(error);
    const std::size_t dot = error.detail.find('.');
    const bool named = dot != std::string::npos && error.detail.substr(0, dot) == m_kind.toStdString();
    FormField *const field = named ? m_fields.named(QString::fromStdString(error.detail.substr(dot + 1))) : nullptr;
    setProblem(field ? QString() : text);
    if (field)
        field->setError(text);
    if (m_dirty)
        m_keep.start();
    emit refused();
}

void RecordForm::remove() { setLife(true); }
void RecordForm::bringBack() { setLife(false); }

void RecordForm::setLife(bool hide)
{
    const std::optional<RecordId> record = idOf(m_key);
    if (!record || m_saving)
        return;
    setSaving(true);
    m_session->storage().askWorkspace(
        this, [record = *record, hide](usecases::Workspace &workspace) { return hide ? workspace.hide(record) : workspace.restore(record); },
        [this, record = *record, hide](const Result<void> &written) {
            setSaving(false);
            if (!written)
                return take(written.error());
            m_session->tellTouched(record, known()->number);
            emit(hide ? removedNow() : broughtBack());
        });
}

} // namespace ourtable
