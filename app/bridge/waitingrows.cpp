#include "app/bridge/waitingrows.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

#include "app/bridge/daywords.h"
#include "core/catalogue/handles.h"
#include "core/usecases/breakfasts.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;

constexpr std::size_t kFewMeetings = 2; // of each sort; the list of breakfasts has the others

// Words of this file are looked up as those of "Waiting".
struct Waiting {
    static QString tr(const char *words, std::int64_t count = -1)
    {
        return QCoreApplication::translate("Waiting", words, nullptr, static_cast<int>(count));
    }
};

RowsModel::Row rowTo(const char *page, const char *sign, const QString &text)
{
    RowsModel::Row row;
    row.page = QString::fromLatin1(page);
    row.sign = QString::fromLatin1(sign);
    row.text = text;
    return row;
}

void addNominations(const usecases::Today &now, const QString &today, QList<RowsModel::Row> &rows)
{
    if (!now.nominations || now.nominations->people == 0)
        return;
    RowsModel::Row row = rowTo("records", "people", Waiting::tr("%n people nominated, not yet contacted", now.nominations->people));
    row.kind = QStringLiteral("nomination");
    const QString oldest = days::dayWords(QString::fromStdString(now.nominations->oldest), today);
    row.detail = oldest.isEmpty() ? QString() : Waiting::tr("The first was on %1").arg(oldest);
    row.tag = Waiting::tr("Say hello");
    row.mark = QStringLiteral("warning");
    rows.append(row);
}

void addVersions(const usecases::Today &now, QList<RowsModel::Row> &rows)
{
    if (now.twoVersions == 0)
        return;
    RowsModel::Row row = rowTo("versions", "versions", Waiting::tr("%n things have two versions", now.twoVersions));
    row.detail = Waiting::tr("Both versions are kept until you choose");
    row.tag = Waiting::tr("Decide");
    row.mark = QStringLiteral("warning");
    rows.append(row);
}

void addNotes(const usecases::Today &now, const QString &today, QList<RowsModel::Row> &rows)
{
    const std::vector<usecases::NotesToSort> none;
    const std::vector<usecases::NotesToSort> &all = now.notesToSort ? *now.notesToSort : none;
    for (std::size_t at = 0; at < std::min(kFewMeetings, all.size()); ++at) {
        RowsModel::Row row = rowTo("sort", "notes", Waiting::tr("%n notes are not sorted yet", all[at].notes));
        row.key = QString::fromStdString(all[at].gathering.hex());
        row.detail = Waiting::tr("From %1").arg(days::dayWords(QString::fromStdString(all[at].date), today));
        row.tag = Waiting::tr("Sort");
        rows.append(row);
    }
}

void addUnfinished(const usecases::Today &now, QList<RowsModel::Row> &rows)
{
    if (now.stillToFinish.empty())
        return;
    const auto count = static_cast<std::int64_t>(now.stillToFinish.size());
    RowsModel::Row row = rowTo("breakfasts", "breakfast", Waiting::tr("%n breakfasts are still to finish", count));
    row.key = QString::fromStdString(now.stillToFinish.front().hex());
    row.detail = Waiting::tr("Nobody has written down yet how it went");
    row.tag = Waiting::tr("Finish");
    rows.append(row);
}

// Who came the last time that people met.
Result<void> addHeads(usecases::Workspace &workspace, std::vector<TodayFigure> &figures)
{
    store::Query query;
    query.kind = kinds::gathering::kind;
    query.filters.push_back({catalogue::kStateField, store::Comparison::In, Value(ValueArray{"closed", "checked", "published"})});
    query.orderBy = store::OrderBy::Field;
    query.orderField = kinds::gathering::date;
    query.descending = true;
    query.limit = 1;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> last, workspace.find(query));
    if (last.empty())
        return {};
    OURTABLE_ASSIGN(const usecases::Headcount heads, usecases::headcount(workspace, last.front().id));
    figures.push_back({QLocale().toString(static_cast<qlonglong>(heads.total())), Waiting::tr("came last time"), QStringLiteral("breakfast")});
    return {};
}

} // namespace

QList<RowsModel::Row> waitingRows(const usecases::Today &now, const QString &today)
{
    QList<RowsModel::Row> rows;
    addNominations(now, today, rows);
    addVersions(now, rows);
    addNotes(now, today, rows);
    addUnfinished(now, rows);
    return rows;
}

Result<std::vector<TodayFigure>> todayFigures(usecases::Workspace &workspace, const usecases::Today &now)
{
    std::vector<TodayFigure> figures;
    OURTABLE_TRY(addHeads(workspace, figures));
    if (now.promises)
        figures.push_back({QLocale().toString(static_cast<qlonglong>(now.promises->open)), Waiting::tr("promises open"), QStringLiteral("promise")});
    if (now.workstreams) {
        figures.push_back({Waiting::tr("%1 of %2").arg(now.workstreams->paired).arg(now.workstreams->all), Waiting::tr("workstreams paired"),
                           QStringLiteral("people")});
    }
    return figures;
}

} // namespace ourtable
