#include "app/bridge/versionchoice.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ourtable {
namespace {

constexpr int kKeepMilliseconds = 400; // after a pause of typing

std::string draftName(const QString &key) { return "versions:" + key.toStdString(); }

// Nothing newer: the record still shows in each field exactly what this person chose last.
Result<bool> standsAs(usecases::Workspace &workspace, const RecordId &record, const std::vector<usecases::Choice> &chosen)
{
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.state(record));
    return std::all_of(chosen.begin(), chosen.end(), [&](const usecases::Choice &choice) {
        const auto found = state.fields.find(choice.field);
        return found != state.fields.end() && found->second.siblings.size() == 1 && found->second.shown == choice.value
            && found->second.siblings.front().author == workspace.endpoint();
    });
}

using Answer = Result<std::vector<usecases::Touched>>;

Answer touchedBy(usecases::Workspace &workspace, const Result<void> &done)
{
    if (!done)
        return done.error();
    return workspace.catchUp();
}

} // namespace

VersionChoice::VersionChoice(QObject *parent) : QObject(parent)
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepMilliseconds);
    connect(&m_keep, &QTimer::timeout, this, &VersionChoice::keepDraft);
}

void VersionChoice::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::aboutToLock, this, &VersionChoice::keepDraft);
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        const bool ours = std::any_of(touched.begin(), touched.end(), [this](const auto &one) { return one.record == m_reading.record; });
        if (ours && m_stage == Stage::Open)
            read(); // somebody else chose, or there is a third version
    });
    emit sessionChanged();
    read();
}

void VersionChoice::setKey(const QString &key)
{
    if (m_key == key)
        return;
    m_key = key;
    m_chosen.clear();
    m_mix.clear();
    m_apart = false;
    m_reading = {};
    setStage(Stage::Reading);
    emit keyChanged();
    read();
}

void VersionChoice::setStage(Stage stage, const QString &problem)
{
    m_stage = stage;
    m_problem = problem;
    emit changed();
    emit mixChanged();
}

void VersionChoice::read()
{
    const std::optional<RecordId> record = RecordId::fromHexText(m_key.toStdString());
    if (!m_session || !record)
        return;
    m_session->storage().askWorkspace(
        this, [record = *record, today = m_session->today()](usecases::Workspace &workspace) { return readVersions(workspace, record, today); },
        [this, record = *record](Result<VersionReading> &&reading) {
            if (RecordId::fromHexText(m_key.toStdString()) == record)
                show(std::move(reading));
        });
}

void VersionChoice::show(Result<VersionReading> &&reading)
{
    if (!reading)
        return setStage(Stage::Gone, m_session->textOf(reading.error()));
    if (reading->kind.empty())
        return setStage(Stage::Gone);
    m_reading = std::move(*reading);
    if (m_mix.empty())
        readDraft();
    setStage(Stage::Open);
}

QString VersionChoice::title() const
{
    if (m_reading.kind.empty())
        return tr("Nothing to decide here");
    const std::vector<VersionReading::Version> &all = m_reading.versions;
    const bool one = std::all_of(all.begin(), all.end(), [&](const auto &version) { return version.person == all.front().person; });
    const QString words = one ? tr("This %1 was changed in two places") : all.size() > 2 ? tr("Several people changed this %1") : tr("Two people changed this %1");
    return words.arg(m_reading.kindLabel);
}

QString VersionChoice::difference() const
{
    QStringList called;
    for (const VersionReading::Field &field : m_reading.fields) {
        if (field.differs)
            called.append(field.called);
    }
    switch (called.size()) {
    case 0: return {};
    case 1: return tr("Only %1 is different").arg(called[0]);
    case 2: return tr("Only %1 and %2 are different").arg(called[0], called[1]);
    default: return tr("%n things are different", nullptr, static_cast<int>(called.size()));
    }
}

QString VersionChoice::sentenceOfOthers() const
{
    QStringList others;
    for (const VersionReading::Version &version : m_reading.versions) {
        if (!version.mine && !others.contains(version.called))
            others.append(version.called);
    }
    if (others.isEmpty())
        return {};
    return others.size() == 1 ? tr("%1 will see what you chose.").arg(others[0]) : tr("They will see what you chose.");
}

QString VersionChoice::outcome() const
{
    const QString others = sentenceOfOthers();
    const QString history = m_apart ? tr("Both are kept.") : tr("The other version stays in the history.");
    return others.isEmpty() ? history : tr("%1 %2").arg(others, history);
}

QString VersionChoice::apartText() const
{
    if (isPromise())
        return tr("Keep both as two promises");
    return m_reading.kind == "contribution" ? tr("Keep both as two notes") : QString();
}

QVariantList VersionChoice::versions() const
{
    QVariantList shown;
    for (const VersionReading::Version &version : m_reading.versions) {
        QVariantList cells;
        for (std::size_t i = 0; i < version.cells.size(); ++i) {
            QVariantList parts;
            for (const TextPart &part : version.cells[i].parts)
                parts.append(QVariantMap{{QStringLiteral("text"), part.text}, {QStringLiteral("marked"), part.marked}});
            cells.append(QVariantMap{{QStringLiteral("label"), m_reading.fields[i].label}, {QStringLiteral("differs"), m_reading.fields[i].differs},
                                     {QStringLiteral("isTitle"), i == 0}, {QStringLiteral("parts"), parts}});
        }
        shown.append(QVariantMap{{QStringLiteral("name"), version.name},
                                 {QStringLiteral("title"), version.mine ? tr("Your version") : tr("%1’s version").arg(version.name)},
                                 {QStringLiteral("where"), tr("%1, %2").arg(version.where, version.when)},
                                 {QStringLiteral("keepText"), version.mine ? tr("Keep mine") : tr("Keep %1’s").arg(version.called)},
                                 {QStringLiteral("cells"), cells}});
    }
    return shown;
}

QVariantList VersionChoice::fields() const
{
    QVariantList shown;
    for (std::size_t i = 0; i < m_reading.fields.size(); ++i) {
        const VersionReading::Field &field = m_reading.fields[i];
        if (!field.differs)
            continue;
        QVariantList options;
        for (const VersionReading::Version &version : m_reading.versions)
            options.append(QVariantMap{{QStringLiteral("title"), version.mine ? tr("Yours") : tr("%1’s").arg(version.called)},
                                       {QStringLiteral("words"), version.cells[i].words}});
        const auto mixed = m_mix.find(field.number);
        const Mixed now = mixed == m_mix.end() ? Mixed{} : mixed->second;
        shown.append(QVariantMap{{QStringLiteral("field"), field.number}, {QStringLiteral("label"), field.label},
                                 {QStringLiteral("isText"), field.isText}, {QStringLiteral("limit"), field.limit},
                                 {QStringLiteral("options"), options}, {QStringLiteral("chosen"), now.version},
                                 {QStringLiteral("words"), now.words}, {QStringLiteral("together"), m_reading.merged}});
    }
    return shown;
}

std::optional<std::size_t> VersionChoice::indexOf(int field) const
{
    const auto found = std::find_if(m_reading.fields.begin(), m_reading.fields.end(), [field](const auto &one) { return one.number == field && one.differs; });
    return found == m_reading.fields.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_reading.fields.begin()));
}

bool VersionChoice::mixComplete() const
{
    return std::all_of(m_reading.fields.begin(), m_reading.fields.end(), [this](const VersionReading::Field &field) {
        const auto mixed = m_mix.find(field.number);
        return !field.differs || (mixed != m_mix.end() && (mixed->second.version >= 0 || !mixed->second.words.trimmed().isEmpty()));
    });
}

void VersionChoice::choose(int field, int version)
{
    if (!indexOf(field) || version < 0 || version >= static_cast<int>(m_reading.versions.size()))
        return;
    m_mix[static_cast<catalogue::FieldNumber>(field)].version = version;
    m_keep.start();
    emit mixChanged();
}

void VersionChoice::write(int field, const QString &words)
{
    const std::optional<std::size_t> index = indexOf(field);
    if (!index || !m_reading.fields[*index].isText)
        return;
    Mixed &mixed = m_mix[static_cast<catalogue::FieldNumber>(field)];
    if (mixed.version < 0 && mixed.words == words)
        return;
    const bool same = mixed.version < 0 && mixed.words.trimmed().isEmpty() == words.trimmed().isEmpty();
    mixed = {-1, words};
    m_keep.start();
    if (!same)
        emit mixChanged(); // not at every letter: whoever writes keeps the place
}

void VersionChoice::mix()
{
    if (m_stage != Stage::Open || !mixComplete())
        return;
    std::vector<usecases::Choice> choices;
    for (std::size_t i = 0; i < m_reading.fields.size(); ++i) {
        const VersionReading::Field &field = m_reading.fields[i];
        if (!field.differs)
            continue;
        const Mixed &mixed = m_mix.at(field.number);
        choices.push_back({field.number, mixed.version >= 0 ? m_reading.versions[static_cast<std::size_t>(mixed.version)].cells[i].value
                                                            : Value(mixed.words.trimmed().toStdString())});
    }
    save(choices);
}

void VersionChoice::keep(int version)
{
    if (m_stage == Stage::Open && version >= 0 && version < static_cast<int>(m_reading.versions.size()))
        save(m_reading.choicesOf(static_cast<std::size_t>(version)));
}

void VersionChoice::save(const std::vector<usecases::Choice> &choices)
{
    m_keep.stop();
    setStage(Stage::Saving);
    m_session->storage().askWorkspace(
        this,
        [record = m_reading.record, choices, before = m_chosen, draft = draftName(m_key)](usecases::Workspace &workspace) -> Answer {
            if (!before.empty()) {
                OURTABLE_ASSIGN(const bool same, standsAs(workspace, record, before));
                if (!same)
                    return Error{ErrorCode::Conflict, "versions"};
            }
            return touchedBy(workspace, usecases::decide(workspace, record, choices, draft));
        },
        [this, choices](const Answer &answer) { saved(answer, choices, false); });
}

void VersionChoice::keepApart()
{
    if (m_stage != Stage::Open || apartText().isEmpty() || !m_chosen.empty())
        return;
    std::vector<std::vector<usecases::Choice>> others;
    for (std::size_t i = 1; i < m_reading.versions.size(); ++i)
        others.push_back(m_reading.choicesOf(i));
    setStage(Stage::Saving);
    m_session->storage().askWorkspace(
        this,
        [record = m_reading.record, first = m_reading.choicesOf(0), others](usecases::Workspace &workspace) -> Answer {
            const Result<std::vector<RecordId>> made = usecases::keepApart(workspace, record, first, others);
            return touchedBy(workspace, made ? Result<void>() : Result<void>(made.error()));
        },
        [this](const Answer &answer) { saved(answer, {}, true); });
}

void VersionChoice::saved(const Answer &answer, const std::vector<usecases::Choice> &choices, bool apart)
{
    if (!answer) {
        const bool newer = answer.error().code == ErrorCode::Conflict;
        return setStage(newer ? Stage::Gone : Stage::Open, newer ? tr("Somebody changed it again meanwhile. What they wrote is kept.") : m_session->textOf(answer.error()));
    }
    m_chosen = choices;
    m_apart = apart;
    m_mix.clear();
    setStage(Stage::Decided);
    m_session->tellTouched(*answer);
    emit decided();
}

void VersionChoice::chooseAgain()
{
    if (mayChooseAgain())
        setStage(Stage::Open);
}

void VersionChoice::readDraft()
{
    const QJsonObject kept = QJsonDocument::fromJson(m_reading.draft.toUtf8()).object();
    for (auto field = kept.begin(); field != kept.end(); ++field) {
        if (!indexOf(field.key().toInt()))
            continue;
        const int version = field->isDouble() ? field->toInt() : -1;
        if (version < static_cast<int>(m_reading.versions.size()))
            m_mix[static_cast<catalogue::FieldNumber>(field.key().toInt())] = {version, field->toString()};
    }
}

void VersionChoice::keepDraft()
{
    m_keep.stop();
    if (m_stage != Stage::Open || m_mix.empty())
        return;
    QJsonObject kept;
    for (const auto &[field, mixed] : m_mix)
        kept.insert(QString::number(field), mixed.version >= 0 ? QJsonValue(mixed.version) : QJsonValue(mixed.words));
    m_session->storage().askWorkspace(
        this,
        [form = draftName(m_key), text = QJsonDocument(kept).toJson(QJsonDocument::Compact).toStdString()](usecases::Workspace &workspace) {
            return workspace.keepDraft(form, Value(text));
        },
        [](const Result<void> &) {}); // the next pause keeps it again
}

} // namespace ourtable
