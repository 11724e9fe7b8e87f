#include "app/bridge/promisecells.h"

#include <QCoreApplication>

#include "app/bridge/daywords.h"
#include "app/bridge/meetingfacts.h"
#include "app/bridge/promiserows.h"
#include "app/bridge/recordwords.h"
#include "core/catalogue/handles.h"
#include "core/usecases/promiseorder.h"

namespace ourtable::promises {
namespace {

namespace kinds = catalogue::kinds;
using meetings::wordsIn;

// Words of this file are looked up as those of "Promises".
struct PromiseCells {
    static QString tr(const char *words, int n = -1) { return QCoreApplication::translate("Promises", words, nullptr, n); }
};

Result<std::optional<store::RecordView>> named(usecases::Workspace &workspace, const store::RecordView &promise, catalogue::FieldNumber field)
{
    const std::optional<RecordId> id = promise.field(field).id<RecordId>();
    if (!id)
        return std::optional<store::RecordView>();
    OURTABLE_ASSIGN(const std::vector<store::RecordView> found, workspace.getMany(std::span(&*id, 1)));
    return found.empty() ? std::optional<store::RecordView>() : std::optional(found.front());
}

} // namespace

QString Cells::sortedAs(const QString &role) const
{
    if (role == QLatin1String("who"))
        return who;
    if (role == QLatin1String("due"))
        return dueDay;
    if (role == QLatin1String("breakfast"))
        return madeDay;
    if (role == QLatin1String("team"))
        return team;
    return role == QLatin1String("stateWords") ? standing : title;
}

Result<Cells> cellsOf(usecases::Workspace &workspace, const store::RecordView &promise, const QString &today)
{
    Cells cells;
    cells.title = wordsIn(promise, kinds::action::text);
    OURTABLE_ASSIGN(cells.who, promiseOwner(workspace, promise));
    if (cells.who.isEmpty())
        cells.who = PromiseCells::tr("Nobody named yet");
    cells.dueDay = wordsIn(promise, kinds::action::due);
    const bool over = usecases::isPromiseOver(promise.state);
    cells.due = over ? days::dayWords(cells.dueDay, today) : days::dueWords(cells.dueDay, today);
    cells.standing = records::stateLabel(*workspace.catalogue().kind(kinds::action::kind), promise.state);
    cells.tone = records::stateTone(promise.state);
    OURTABLE_ASSIGN(const std::optional<store::RecordView> gathering, named(workspace, promise, kinds::action::gathering));
    cells.madeDay = gathering ? wordsIn(*gathering, kinds::gathering::date) : QString();
    cells.breakfast = days::dayWords(cells.madeDay, today);
    OURTABLE_ASSIGN(const std::optional<store::RecordView> team, named(workspace, promise, kinds::action::workstream));
    cells.team = team ? wordsIn(*team, kinds::workstream::name) : QString();
    return cells;
}

QString askingWords() { return PromiseCells::tr("Asked how it is going."); }

QString askedWords(const usecases::Asked &asked)
{
    QStringList said{asked.asked == 0 ? PromiseCells::tr("Nobody was asked.") : PromiseCells::tr("Asked about %n promises.", static_cast<int>(asked.asked))};
    if (asked.askedToday > 0)
        said.append(PromiseCells::tr("You asked about %n of them today.", static_cast<int>(asked.askedToday)));
    if (asked.over > 0)
        said.append(PromiseCells::tr("%n need no asking any more.", static_cast<int>(asked.over)));
    return said.join(QLatin1Char(' '));
}

} // namespace ourtable::promises
