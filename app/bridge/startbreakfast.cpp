#include "app/bridge/startbreakfast.h"

#include <algorithm>

#include "app/bridge/daywords.h"
#include "app/bridge/meetingfacts.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using meetings::textIn;

constexpr char kForm[] = "start";
constexpr int kKeepMilliseconds = 400; // the pause of typing after which a draft is kept
constexpr int kAboutNow = 60;          // minutes: the usual time is meant

std::string defaultOf(const catalogue::Catalogue &catalogue, catalogue::FieldNumber field)
{
    const std::string *text = catalogue.kind(kinds::gathering::kind)->field(field)->defaultValue.text();
    return text ? *text : std::string();
}

QString draftText(const Value &draft, const char *name)
{
    const Value *held = draft.find(Value(name));
    return held && held->text() ? QString::fromStdString(*held->text()) : QString();
}

bool samePlace(const QString &one, const QString &other) { return one.trimmed().compare(other.trimmed(), Qt::CaseInsensitive) == 0; }

} // namespace

StartBreakfast::StartBreakfast(QObject *parent) : QObject(parent)
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepMilliseconds);
    connect(&m_keep, &QTimer::timeout, this, &StartBreakfast::keepDraft);
}

StartBreakfast::~StartBreakfast()
{
    if (m_keep.isActive())
        keepDraft();
}

void StartBreakfast::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        if (std::any_of(touched.begin(), touched.end(), [](const usecases::Touched &each) { return each.kind == kinds::gathering::kind || each.kind == kinds::organisation::kind; }))
            ask();
    });
    connect(session, &Session::aboutToLock, this, [this] {
        if (m_keep.isActive())
            keepDraft();
    });
    emit sessionChanged();
    ask();
}

void StartBreakfast::ask()
{
    m_session->storage().askWorkspace(
        this, [today = m_session->today().toStdString()](usecases::Workspace &workspace) { return read(workspace, today); },
        [this](const Result<Facts> &facts) {
            m_problem = facts ? QString() : m_session->textOf(facts.error());
            if (facts)
                take(*facts);
            emit changed();
        });
}

Result<StartBreakfast::Facts> StartBreakfast::read(usecases::Workspace &workspace, const std::string &today)
{
    namespace fields = kinds::gathering;
    Facts facts;
    OURTABLE_ASSIGN(facts.places, knownPlaces(workspace));
    store::Query query;
    query.kind = fields::kind;
    query.filters.push_back({catalogue::kStateField, store::Comparison::Equal, Value("open")});
    OURTABLE_ASSIGN(const std::vector<store::RecordView> open, workspace.find(query));
    for (const store::RecordView &each : open)
        facts.open.push_back({each.id.hex(), textIn(each, fields::place), textIn(each, fields::date), textIn(each, fields::start)});
    query.filters.clear();
    query.orderBy = store::OrderBy::Field;
    query.orderField = fields::date;
    query.descending = true;
    query.limit = 1;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> last, workspace.find(query));
    query.filters.push_back({fields::date, store::Comparison::Equal, Value(today)});
    OURTABLE_ASSIGN(const std::int64_t already, workspace.count(query));
    if (already == 0)
        facts.usualTime = last.empty() ? defaultOf(workspace.catalogue(), fields::start) : textIn(last.front(), fields::start);
    facts.question = defaultOf(workspace.catalogue(), fields::opening_question);
    if (Result<Value> draft = workspace.draft(kForm))
        facts.draft = std::move(*draft);
    return facts;
}

void StartBreakfast::take(const Facts &facts)
{
    QList<RowsModel::Row> rows;
    for (const KnownPlace &place : facts.places) {
        const QString used = QString::fromStdString(place.usedOn);
        const QString day = days::dayWords(used, m_session->today());
        RowsModel::Row row;
        row.key = place.venue ? QString::fromStdString(place.venue->hex()) : QString();
        row.text = QString::fromStdString(place.name);
        row.detail = used == m_session->today() ? tr("Used today") : day.isEmpty() ? QString() : tr("Used on %1").arg(day);
        rows.append(row);
    }
    m_places.show(rows);
    m_open = facts.open;
    if (!m_ready)
        fillIn(facts);
    m_ready = true;
}

void StartBreakfast::fillIn(const Facts &facts)
{
    m_usualTime = QString::fromStdString(facts.usualTime);
    m_form.place = m_places.count() > 0 ? m_places.rows().constFirst().text : QString();
    m_form.question = QString::fromStdString(facts.question);
    m_form.date = m_session->today();
    m_form.time = likelyTime();
    if (draftText(facts.draft, "written") != m_session->today())
        return; // of another day: it was about another breakfast
    m_form = {draftText(facts.draft, "place"), draftText(facts.draft, "question"), draftText(facts.draft, "date"), draftText(facts.draft, "time")};
}

// The usual time when that is about now, unless the day has had its breakfast; otherwise now, to five minutes.
QString StartBreakfast::likelyTime() const
{
    const QTime now = days::localTime(m_session->clock().wallMilliseconds()).time();
    const QTime usual = QTime::fromString(m_usualTime, QStringLiteral("HH:mm"));
    if (usual.isValid() && std::abs(now.secsTo(usual)) <= kAboutNow * 60)
        return m_usualTime;
    return QTime(now.hour(), now.minute() / 5 * 5).toString(QStringLiteral("HH:mm"));
}

QString StartBreakfast::whenWords() const
{
    if (!m_session)
        return {};
    const QString day = days::nearDayWords(m_form.date, m_session->today());
    const QString at = days::timeWords(m_form.time);
    return day.isEmpty() || at.isEmpty() ? day + at : tr("%1, %2", "day and time").arg(day, at);
}

const StartBreakfast::OpenOne *StartBreakfast::same() const
{
    const auto found = std::find_if(m_open.begin(), m_open.end(), [this](const OpenOne &each) {
        return QString::fromStdString(each.date) == m_form.date && samePlace(QString::fromStdString(each.place), m_form.place);
    });
    return found == m_open.end() ? nullptr : &*found;
}

QString StartBreakfast::sameKey() const
{
    const OpenOne *const one = same();
    return one ? QString::fromStdString(one->key) : QString();
}

QString StartBreakfast::sameWords() const
{
    const OpenOne *const one = same();
    return one ? tr("A breakfast is open there since %1. Is this the same breakfast?").arg(days::timeWords(QString::fromStdString(one->start))) : QString();
}

const RowsModel::Row *StartBreakfast::knownRow() const
{
    const auto known = std::find_if(m_places.rows().cbegin(), m_places.rows().cend(), [this](const auto &row) { return samePlace(row.text, m_form.place); });
    return known == m_places.rows().cend() ? nullptr : &*known;
}

int StartBreakfast::questionLimit() const
{
    return m_session ? static_cast<int>(m_session->catalogue().kind(kinds::gathering::kind)->field(kinds::gathering::opening_question)->limit) : 0;
}

bool StartBreakfast::complete()
{
    const bool tooLong = m_form.question.trimmed().toUcs4().size() > questionLimit();
    m_questionProblem = tooLong ? tr("Make the question shorter. There is room for %1 letters.").arg(questionLimit()) : QString();
    m_placeProblem = m_form.place.trimmed().isEmpty() ? tr("Say where you are meeting.") : QString();
    m_whenProblem = m_form.date.isEmpty() || m_form.time.isEmpty() ? tr("Choose a day and a time.") : QString();
    return m_placeProblem.isEmpty() && m_questionProblem.isEmpty() && m_whenProblem.isEmpty();
}

usecases::BreakfastPlan StartBreakfast::plan() const
{
    usecases::BreakfastPlan plan;
    plan.date = m_form.date.toStdString();
    plan.start = m_form.time.toStdString();
    plan.question = m_form.question.trimmed().toStdString();
    plan.place = m_form.place.trimmed().toStdString();
    plan.draft = kForm;
    if (const RowsModel::Row *const known = knownRow())
        plan.venue = RecordId::fromHexText(known->key.toStdString());
    return plan;
}

void StartBreakfast::start()
{
    const bool may = !m_busy && m_ready && complete();
    m_busy = m_busy || may;
    emit changed();
    if (!may)
        return;
    m_keep.stop();
    m_problem.clear();
    m_session->storage().askWorkspace(
        this, [plan = plan()](usecases::Workspace &workspace) { return usecases::startBreakfast(workspace, plan); },
        [this](const Result<RecordId> &made) {
            m_busy = false;
            m_problem = made ? QString() : m_session->textOf(made.error());
            emit changed();
            if (!made)
                return;
            m_session->tellTouched(*made, kinds::gathering::kind);
            emit started(QString::fromStdString(made->hex()));
        });
}

void StartBreakfast::forget()
{
    m_keep.stop();
    m_session->storage().askWorkspace(this, [](usecases::Workspace &workspace) { return workspace.discardDraft(kForm); }, [](const Result<void> &) {});
}

void StartBreakfast::put(QString &held, const QString &value)
{
    if (held == value)
        return;
    held = value;
    m_placeProblem.clear();
    m_questionProblem.clear();
    m_whenProblem.clear();
    m_keep.start();
    emit changed();
}

void StartBreakfast::keepDraft()
{
    m_keep.stop();
    Value draft = Value::emptyMap();
    const auto set = [&draft](const char *name, const QString &text) { draft.set(Value(name), Value(text.toStdString())); };
    set("written", m_session->today());
    set("place", m_form.place);
    set("question", m_form.question);
    set("date", m_form.date);
    set("time", m_form.time);
    m_session->storage().askWorkspace(
        this, [draft](usecases::Workspace &workspace) { return workspace.keepDraft(kForm, draft); },
        [this](const Result<void> &kept) {
            m_problem = kept ? QString() : m_session->textOf(kept.error());
            emit changed();
        });
}

} // namespace ourtable
