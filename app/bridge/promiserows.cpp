#include "app/bridge/promiserows.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

#include "app/bridge/daywords.h"
#include "app/bridge/meetingfacts.h"
#include "app/bridge/personname.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using meetings::textIn;
using meetings::wordsIn;

// Words of this file are looked up as those of "PromiseRows".
struct PromiseRows {
    static QString tr(const char *words) { return QCoreApplication::translate("PromiseRows", words); }
};

QString nameOf(usecases::Workspace &workspace, const store::RecordView &owner)
{
    return owner.kind == kinds::organisation::kind ? wordsIn(owner, kinds::organisation::name) : personname::of(workspace, owner);
}

bool isOver(const std::string &state)
{
    static constexpr std::array<std::string_view, 4> kOver{"done", "not_going_ahead", "let_go", "changed"};
    return std::find(kOver.begin(), kOver.end(), state) != kOver.end();
}

void putStanding(RowsModel::Row &row, const store::RecordView &promise, const catalogue::Catalogue &catalogue, const QString &today)
{
    const bool late = wordsIn(promise, kinds::action::due) < today;
    if (late && !isOver(promise.state)) {
        row.tag = PromiseRows::tr("Ask how it is going");
        row.mark = QStringLiteral("warning");
        return;
    }
    const catalogue::Term *term = catalogue.kind(kinds::action::kind)->stateVocabulary->find(promise.state);
    row.tag = QString::fromStdString(term ? term->label : promise.state);
    if (promise.state == "stuck")
        row.mark = QStringLiteral("warning");
    else if (promise.state == "done" || promise.state == "agreed" || promise.state == "under_way")
        row.mark = QStringLiteral("success");
}

} // namespace

Result<QString> promiseOwner(usecases::Workspace &workspace, const store::RecordView &promise)
{
    const std::optional<RecordId> owner = promise.field(kinds::action::owner).id<RecordId>();
    if (!owner)
        return wordsIn(promise, kinds::action::owner_name);
    OURTABLE_ASSIGN(const std::vector<store::RecordView> found, workspace.getMany(std::span(&*owner, 1)));
    return found.empty() ? wordsIn(promise, kinds::action::owner_name) : nameOf(workspace, found.front());
}

Result<QList<RowsModel::Row>> promiseRows(usecases::Workspace &workspace, const std::vector<store::RecordView> &promises, const QString &today)
{
    QList<RowsModel::Row> rows;
    for (const store::RecordView &promise : promises) {
        RowsModel::Row row;
        row.key = QString::fromStdString(promise.id.hex());
        row.page = QStringLiteral("promises");
        row.kind = QStringLiteral("action");
        row.sign = QStringLiteral("promised");
        row.text = wordsIn(promise, kinds::action::text);
        OURTABLE_ASSIGN(const QString who, promiseOwner(workspace, promise));
        const QString due = days::dayWords(wordsIn(promise, kinds::action::due), today);
        const QString when = due.isEmpty() ? QString() : PromiseRows::tr("by %1").arg(due);
        row.detail = who.isEmpty() || when.isEmpty() ? who + when : PromiseRows::tr("%1, %2").arg(who, when);
        putStanding(row, promise, workspace.catalogue(), today);
        rows.append(row);
    }
    return rows;
}

} // namespace ourtable
