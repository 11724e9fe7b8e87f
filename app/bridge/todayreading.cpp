#include "app/bridge/todayreading.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/bridge/breakfastnow.h"
#include "app/bridge/datedoubt.h"
#include "app/bridge/daywords.h"
#include "app/bridge/meetingfacts.h"
#include "app/bridge/promiserows.h"
#include "app/bridge/waitingrows.h"
#include "core/catalogue/handles.h"
#include "core/usecases/today.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using meetings::textIn;
using meetings::wordsIn;
using usecases::Workspace;

constexpr std::size_t kBoardLookedAt = 10;

// Words of this file are looked up as those of "Today".
struct Today {
    static QString tr(const char *words) { return QCoreApplication::translate("Today", words); }
};

QString whenOf(const store::RecordView &meeting, const QString &today)
{
    const QString day = wordsIn(meeting, kinds::gathering::date);
    if (day == today)
        return Today::tr("Today, %1").arg(meetings::hoursOf(meeting));
    return Today::tr("Open since %1").arg(days::nearDayWords(day, today));
}

// "You are writing at table 2 with Bea."; empty when they wrote nothing there yet.
QString writingWords(int table, const QStringList &others)
{
    if (table <= 0)
        return {};
    const QString at = QString::number(table);
    if (others.isEmpty())
        return Today::tr("You are writing at table %1.").arg(at);
    if (others.size() == 1)
        return Today::tr("You are writing at table %1 with %2.").arg(at, others.front());
    return Today::tr("You are writing at table %1 with %2 and %3.").arg(at, others.mid(0, others.size() - 1).join(QStringLiteral(", ")), others.back());
}

// Of one that is open today: tables that nobody planned count as soon as somebody wrote at them.
Result<QString> openDetail(Workspace &workspace, const usecases::TodayGathering &chosen, const QString &today)
{
    OURTABLE_ASSIGN(const breakfast::Now now, breakfast::read(workspace, chosen.record, today));
    OURTABLE_ASSIGN(const int table, breakfast::lastTable(workspace, chosen.record));
    std::int64_t tables = chosen.tables;
    for (int at = 1; at <= now.notes.size(); ++at) {
        if (now.notes.at(at - 1) > 0)
            tables = std::max<std::int64_t>(tables, at);
    }
    const QString counts = meetings::countWords({tables, chosen.notes, 0});
    const QString writing = writingWords(table, now.writers.value(table - 1));
    if (writing.isEmpty() || counts.isEmpty())
        return QString(counts + writing);
    return QCoreApplication::translate("Today", "%1. %2", "4 tables, 11 notes. You are writing at table 2.").arg(counts, writing);
}

// The one of today or the one that was left open; one that is still to come is only named.
Result<void> readBreakfast(Workspace &workspace, const usecases::TodayGathering &chosen, const QString &today, TodayFacts &facts)
{
    if (!chosen.isToday && chosen.state == "planned") {
        facts.next = Today::tr("The next one is %1 at %2.")
                         .arg(days::nearDayWords(QString::fromStdString(chosen.date), today), days::timeWords(QString::fromStdString(chosen.start)));
        return {};
    }
    OURTABLE_ASSIGN(const store::RecordView meeting, workspace.get(chosen.record));
    TodayFacts::Breakfast &told = facts.breakfast;
    told.key = QString::fromStdString(chosen.record.hex());
    told.old = !chosen.isToday;
    told.over = chosen.state != "open" && chosen.state != "planned";
    told.when = whenOf(meeting, today);
    told.title = meetings::titleOf(meeting, workspace.catalogue());
    told.detail = meetings::countWords({chosen.tables, chosen.notes, 0});
    if (chosen.state == "open" && chosen.isToday) {
        OURTABLE_ASSIGN(told.detail, openDetail(workspace, chosen, today));
    }
    return {};
}

// How the board's line stands, as short words; what a programme calls it where we know none.
void putStatus(RowsModel::Row &row, const store::RecordView &line, const catalogue::Catalogue &catalogue)
{
    const std::string status = textIn(line, kinds::feedback::status);
    if (status == "done") {
        row.tag = Today::tr("Done");
        row.mark = QStringLiteral("success");
    } else if (status == "started") {
        row.tag = Today::tr("Under way");
        row.mark = QStringLiteral("primary");
    } else if (status == "cannot_yet") {
        row.tag = Today::tr("Not yet");
        row.mark = QStringLiteral("warning");
    } else {
        const catalogue::Term *term = catalogue.kind(kinds::feedback::kind)->field(kinds::feedback::status)->vocabulary->find(status);
        row.tag = QString::fromStdString(term ? term->label : status).section(u',', 0, 0);
    }
}

// The kind of the first note that a line comes from, for its sign; empty when it is not here.
QString signOf(Workspace &workspace, const store::RecordView &line)
{
    const ValueArray *notes = line.field(kinds::feedback::contributions).array();
    const std::optional<RecordId> first = notes && !notes->empty() ? notes->front().id<RecordId>() : std::nullopt;
    const Result<store::RecordView> note = first ? workspace.get(*first) : Result<store::RecordView>(ErrorCode::NotFound);
    return note ? wordsIn(*note, kinds::contribution::kind_) : QString();
}

Result<void> readHappened(Workspace &workspace, const std::vector<RecordId> &newest, TodayFacts &facts)
{
    namespace fields = kinds::feedback;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> lines, workspace.getMany(newest));
    for (const store::RecordView &line : lines) {
        RowsModel::Row row;
        row.key = QString::fromStdString(line.id.hex());
        row.page = QStringLiteral("record");
        row.kind = QStringLiteral("feedback");
        row.text = wordsIn(line, fields::you_said);
        row.detail = wordsIn(line, fields::what_happened);
        row.sign = signOf(workspace, line);
        putStatus(row, line, workspace.catalogue());
        facts.happened.append(row);
    }
    return {};
}

// The newest that was done and is not told already.
Result<void> readBoard(Workspace &workspace, const std::vector<RecordId> &told, TodayFacts &facts)
{
    namespace fields = kinds::feedback;
    store::Query query;
    query.kind = fields::kind;
    query.filters.push_back({catalogue::kStateField, store::Comparison::Equal, Value("published")});
    query.filters.push_back({fields::status, store::Comparison::Equal, Value("done")});
    query.orderBy = store::OrderBy::Field;
    query.orderField = fields::published_on;
    query.descending = true;
    query.limit = kBoardLookedAt;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> lines, workspace.find(query));
    const auto other = std::find_if(lines.begin(), lines.end(), [&told](const auto &line) { return std::find(told.begin(), told.end(), line.id) == told.end(); });
    if (other != lines.end())
        facts.board = Today::tr("You said: “%1” %2").arg(wordsIn(*other, fields::you_said), wordsIn(*other, fields::what_happened));
    return {};
}

} // namespace

Result<TodayFacts> readToday(Workspace &workspace, const TodayAsked &asked)
{
    OURTABLE_ASSIGN(const usecases::Today now, usecases::today(workspace, asked.today.toStdString()));
    TodayFacts facts;
    OURTABLE_ASSIGN(facts.savedLater, datedoubt::savedLater(workspace));
    if (now.gathering)
        OURTABLE_TRY(readBreakfast(workspace, *now.gathering, asked.today, facts));
    OURTABLE_TRY(readHappened(workspace, now.feedback, facts));
    OURTABLE_TRY(readBoard(workspace, now.feedback, facts));
    if (now.promises) {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> promises, workspace.getMany(now.promises->earliest));
        OURTABLE_ASSIGN(facts.promises, promiseRows(workspace, promises, asked.today));
    }
    if (!asked.coordinator)
        return facts;
    facts.waiting = waitingRows(now, asked.today);
    OURTABLE_ASSIGN(facts.figures, todayFigures(workspace, now));
    return facts;
}

} // namespace ourtable
