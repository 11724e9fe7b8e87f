#include "app/bridge/helplines.h"

#include <QDate>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include "app/bridge/daywords.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;

constexpr std::size_t kMostSettings = 500;
constexpr int kCheckedFor = 100; // days
constexpr char kCrisis[] = "help_card.crisis_line";
constexpr char kAdults[] = "help_card.adults_lead";
constexpr char kChildren[] = "help_card.children_lead";
constexpr char kPerson[] = "help_card.person_to_ask";
constexpr char kPhone[] = "help_card.persons_phone";
constexpr char kChecked[] = "help_card.checked_on";

using Settings = QHash<QString, QString>;

std::string textOf(const store::RecordView &record, catalogue::FieldNumber field)
{
    const std::string *text = record.field(field).text();
    return text ? *text : std::string();
}

Result<std::vector<store::RecordView>> settingRecords(usecases::Workspace &workspace)
{
    store::Query query;
    query.kind = kinds::setting::kind;
    query.limit = kMostSettings;
    return workspace.find(query);
}

Result<Settings> settingsOf(usecases::Workspace &workspace)
{
    OURTABLE_ASSIGN(const std::vector<store::RecordView> records, settingRecords(workspace));
    Settings found;
    for (const store::RecordView &record : records)
        found.insert(QString::fromStdString(textOf(record, kinds::setting::key)),
                     QString::fromStdString(textOf(record, kinds::setting::value)));
    return found;
}

// One record a key: changed when it is there, hidden when nothing is left to say, made otherwise.
Result<void> write(usecases::Workspace &workspace, const std::vector<store::RecordView> &records, const std::string &key,
                   const std::string &value, std::vector<usecases::Touched> &touched)
{
    using How = usecases::FieldEdit::How;
    const auto there = std::find_if(records.begin(), records.end(),
                                    [&key](const store::RecordView &each) { return textOf(each, kinds::setting::key) == key; });
    if (there != records.end()) {
        if (textOf(*there, kinds::setting::value) == value)
            return {};
        touched.push_back({there->id, kinds::setting::kind});
        if (value.empty())
            return workspace.hide(there->id);
        return workspace.change(there->id, {{kinds::setting::value, How::Set, Value(value), std::nullopt}});
    }
    if (value.empty())
        return {};
    OURTABLE_ASSIGN(const usecases::Saved saved,
                    workspace.create(kinds::setting::kind, {{kinds::setting::key, How::Set, Value(key), std::nullopt},
                                                            {kinds::setting::value, How::Set, Value(value), std::nullopt}}));
    touched.push_back({saved.record, kinds::setting::kind});
    return {};
}

} // namespace

void HelpLines::setSession(Session *session)
{
    if (m_session == session || !session)
        return;
    m_session = session;
    connect(session, &Session::stageChanged, this, &HelpLines::read);
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        for (const usecases::Touched &each : touched)
            if (each.kind == kinds::setting::kind)
                return read();
    });
    QFile kept(file());
    if (kept.open(QIODevice::ReadOnly))
        m_lines = QJsonDocument::fromJson(kept.readAll()).object();
    emit sessionChanged();
    emit changed();
    read();
}

QString HelpLines::file() const { return m_session->settingsFolder() + QStringLiteral("/helplines.json"); }

void HelpLines::read()
{
    if (m_session->stage() != Session::Stage::SignedIn) {
        m_personToAsk.clear();
        m_personsPhone.clear();
        emit changed();
        return;
    }
    m_session->storage().askWorkspace(this, settingsOf, [this](const Result<Settings> &settings) {
        if (settings)
            take(*settings); // otherwise what is known stays
    });
}

void HelpLines::take(const Settings &settings)
{
    m_personToAsk = settings.value(QString::fromLatin1(kPerson));
    m_personsPhone = settings.value(QString::fromLatin1(kPhone));
    const QJsonObject lines{{QStringLiteral("crisis_line"), settings.value(QString::fromLatin1(kCrisis))},
                            {QStringLiteral("adults_lead"), settings.value(QString::fromLatin1(kAdults))},
                            {QStringLiteral("children_lead"), settings.value(QString::fromLatin1(kChildren))},
                            {QStringLiteral("checked_on"), settings.value(QString::fromLatin1(kChecked))}};
    if (lines != m_lines) {
        m_lines = lines;
        QSaveFile copy(file());
        if (copy.open(QIODevice::WriteOnly)) {
            copy.write(QJsonDocument(lines).toJson(QJsonDocument::Compact));
            copy.commit(); // a device that can't keep it has the national numbers
        }
    }
    emit changed();
}

QString HelpLines::checkedWords() const
{
    return m_session ? days::dayWords(held("checked_on"), m_session->today()) : QString();
}

bool HelpLines::checkedLongAgo() const
{
    const QDate checked = QDate::fromString(held("checked_on"), Qt::ISODate);
    const QDate today = m_session ? QDate::fromString(m_session->today(), Qt::ISODate) : QDate();
    return !checked.isValid() || checked.daysTo(today) > kCheckedFor;
}

bool HelpLines::mayChange() const
{
    return m_session && m_session->stage() == Session::Stage::SignedIn
        && m_session->may(QStringLiteral("setting"), QStringLiteral("change"));
}

void HelpLines::save(const QString &crisisLine, const QString &adultsLead, const QString &childrenLead, const QString &personToAsk,
                     const QString &personsPhone)
{
    if (m_busy)
        return;
    m_busy = true;
    emit busyChanged();
    const std::vector<std::pair<std::string, std::string>> wanted{
        {kCrisis, crisisLine.trimmed().toStdString()}, {kAdults, adultsLead.trimmed().toStdString()},
        {kChildren, childrenLead.trimmed().toStdString()}, {kPerson, personToAsk.trimmed().toStdString()},
        {kPhone, personsPhone.trimmed().toStdString()}, {kChecked, m_session->today().toStdString()}};
    m_session->storage().askWorkspace(
        this,
        [wanted](usecases::Workspace &workspace) -> Result<std::vector<usecases::Touched>> {
            OURTABLE_ASSIGN(const std::vector<store::RecordView> records, settingRecords(workspace));
            std::vector<usecases::Touched> touched;
            for (const auto &[key, value] : wanted)
                OURTABLE_TRY(write(workspace, records, key, value, touched));
            return touched;
        },
        [this](const Result<std::vector<usecases::Touched>> &written) { finish(written); });
}

void HelpLines::finish(const Result<std::vector<usecases::Touched>> &written)
{
    m_busy = false;
    emit busyChanged();
    m_problem = written ? QString() : m_session->textOf(written.error());
    emit problemChanged();
    if (!written)
        return;
    m_session->tellTouched(*written);
    emit saved();
}

} // namespace ourtable
