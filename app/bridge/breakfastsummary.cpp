#include "app/bridge/breakfastsummary.h"

#include <map>

#include "app/bridge/daywords.h"
#include "app/bridge/meetingfacts.h"
#include "app/bridge/notewords.h"
#include "app/bridge/promiserows.h"
#include "core/catalogue/handles.h"
#include "core/usecases/breakfasts.h"
#include "core/usecases/takingback.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using meetings::wordsIn;
using usecases::Workspace;

constexpr std::size_t kMostPromises = 50;

// The venue that it is held at, when it is one of ours and is here.
Result<std::optional<store::RecordView>> venueOf(Workspace &workspace, const store::RecordView &meeting)
{
    const std::optional<RecordId> venue = meeting.field(kinds::gathering::venue).id<RecordId>();
    if (!venue)
        return std::optional<store::RecordView>();
    OURTABLE_ASSIGN(std::vector<store::RecordView> found, workspace.getMany(std::span(&*venue, 1)));
    return found.empty() ? std::optional<store::RecordView>() : std::optional(std::move(found.front()));
}

} // namespace

BreakfastSummary::BreakfastSummary(QObject *parent) : QObject(parent)
{
    m_ask.setSingleShot(true);
    m_ask.setInterval(0);
    connect(&m_ask, &QTimer::timeout, this, &BreakfastSummary::askNow);
}

void BreakfastSummary::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, &BreakfastSummary::ask);
    emit sessionChanged();
    ask();
}

void BreakfastSummary::setKey(const QString &key)
{
    if (m_key == key)
        return;
    m_key = key;
    m_ready = false;
    emit keyChanged();
    emit changed();
    ask();
}

void BreakfastSummary::ask() { m_ask.start(); }

void BreakfastSummary::askNow()
{
    const std::optional<RecordId> id = RecordId::fromHexText(m_key.toStdString());
    if (!m_session || !id)
        return;
    m_session->storage().askWorkspace(
        this, [id = *id, today = m_session->today()](Workspace &workspace) { return read(workspace, id, today); },
        [this, key = m_key](const Result<Facts> &facts) {
            if (key != m_key)
                return; // another one was chosen meanwhile
            m_problem = facts ? QString() : m_session->textOf(facts.error());
            if (facts)
                take(*facts);
            m_ready = facts.ok();
            emit changed();
        });
}

void BreakfastSummary::take(const Facts &facts)
{
    m_facts = facts;
    m_tables.show(facts.tables);
    m_notes.show(facts.notes);
    m_promises.show(facts.promises);
    m_recap.show(facts.recap);
}

Result<BreakfastSummary::Facts> BreakfastSummary::read(Workspace &workspace, const RecordId &id, const QString &today)
{
    OURTABLE_ASSIGN(const store::RecordView meeting, workspace.get(id));
    Facts facts;
    facts.state = meeting.state;
    facts.title = meetings::titleOf(meeting, workspace.catalogue());
    facts.when = tr("%1, %2", "day and hours").arg(days::nearDayWords(wordsIn(meeting, kinds::gathering::date), today), meetings::hoursOf(meeting));
    facts.question = wordsIn(meeting, kinds::gathering::opening_question);
    const catalogue::Term *term = workspace.catalogue().kind(kinds::gathering::kind)->stateVocabulary->find(meeting.state);
    facts.standing = QString::fromStdString(term ? term->label : meeting.state);
    OURTABLE_ASSIGN(facts.toFinish, meetings::isToFinish(workspace, meeting));
    OURTABLE_ASSIGN(const meetings::Counts counts, meetings::countsOf(workspace, id));
    facts.unsorted = meetings::unsortedWords(counts);
    OURTABLE_TRY(readPlace(workspace, meeting, facts));
    OURTABLE_TRY(readPeople(workspace, id, facts));
    OURTABLE_TRY(readTables(workspace, id, facts));
    OURTABLE_TRY(readNotes(workspace, id, facts));
    OURTABLE_TRY(readPromises(workspace, id, today, facts));
    return facts;
}

Result<void> BreakfastSummary::readPlace(Workspace &workspace, const store::RecordView &meeting, Facts &facts)
{
    facts.place = wordsIn(meeting, kinds::gathering::place);
    OURTABLE_ASSIGN(const std::optional<store::RecordView> venue, venueOf(workspace, meeting));
    if (venue)
        facts.access = wordsIn(*venue, kinds::organisation::access_notes);
    return {};
}

Result<void> BreakfastSummary::readPeople(Workspace &workspace, const RecordId &id, Facts &facts)
{
    OURTABLE_ASSIGN(const usecases::Headcount heads, usecases::headcount(workspace, id));
    if (heads.total() == 0)
        return {};
    facts.people = tr("%n people came", nullptr, static_cast<int>(heads.total()));
    if (heads.firstTime > 0)
        facts.people = tr("%1, %n for the first time", nullptr, static_cast<int>(heads.firstTime)).arg(facts.people);
    return {};
}

Result<void> BreakfastSummary::readTables(Workspace &workspace, const RecordId &id, Facts &facts)
{
    OURTABLE_ASSIGN(const std::vector<usecases::TableCount> tables, usecases::tablesOf(workspace, id));
    for (const usecases::TableCount &table : tables) {
        if (table.notes == 0 && table.topic.empty())
            continue; // nobody sat there, for all that is known
        RowsModel::Row row;
        row.key = QString::number(table.table);
        row.amount = static_cast<int>(table.table);
        row.text = tr("Table %1").arg(row.amount);
        row.detail = QString::fromStdString(table.topic);
        row.tag = tr("%n notes", nullptr, static_cast<int>(table.notes));
        facts.tables.append(row);
    }
    return {};
}

Result<void> BreakfastSummary::readNotes(Workspace &workspace, const RecordId &id, Facts &facts)
{
    OURTABLE_ASSIGN(const std::vector<store::RecordView> notes, usecases::notesOf(workspace, id));
    std::map<std::string, int> amounts;
    for (const store::RecordView &note : notes)
        ++amounts[meetings::textIn(note, kinds::contribution::kind_)];
    const catalogue::Field *field = workspace.catalogue().kind(kinds::contribution::kind)->field(kinds::contribution::kind_);
    for (const catalogue::Term &term : field->vocabulary->terms) { // in the order that people know
        const auto found = amounts.find(term.code);
        if (found == amounts.end())
            continue;
        RowsModel::Row row;
        row.sign = QString::fromStdString(term.code);
        row.kind = row.sign;
        row.text = noteWords(workspace.catalogue(), "contribution_kind", term.code);
        row.amount = found->second;
        facts.notes.append(row);
    }
    OURTABLE_ASSIGN(const std::int64_t takenBack, usecases::takenBackOf(workspace, id));
    if (takenBack > 0)
        facts.takenBack = tr("%n notes were taken back", nullptr, static_cast<int>(takenBack));
    return {};
}

Result<void> BreakfastSummary::readPromises(Workspace &workspace, const RecordId &id, const QString &today, Facts &facts)
{
    store::Query query = meetings::within(kinds::action::kind, kinds::action::gathering, id);
    query.limit = kMostPromises;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> made, workspace.find(query));
    OURTABLE_ASSIGN(facts.promises, promiseRows(workspace, made, today));
    if (facts.state != "open" && facts.state != "planned")
        return {}; // what was read out at its beginning is over
    OURTABLE_ASSIGN(std::vector<store::RecordView> before, usecases::recapFor(workspace, id));
    OURTABLE_ASSIGN(facts.recap, promiseRows(workspace, before, today));
    return {};
}

} // namespace ourtable
