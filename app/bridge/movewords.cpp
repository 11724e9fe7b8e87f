#include "app/bridge/movewords.h"

#include <QCoreApplication>
#include <QHash>

#include "app/bridge/recordwords.h"
#include "core/catalogue/handles.h"

namespace ourtable::records {
namespace {

QString tr(const char *words) { return QCoreApplication::translate("Moves", words); }

QString promiseMove(const std::string &from, const std::string &to)
{
    static const QHash<QString, const char *> kWords{
        {QStringLiteral("agreed"), QT_TRANSLATE_NOOP("Moves", "They said yes to it")},
        {QStringLiteral("under_way"), QT_TRANSLATE_NOOP("Moves", "It has begun")},
        {QStringLiteral("stuck"), QT_TRANSLATE_NOOP("Moves", "Something is in the way")},
        {QStringLiteral("done"), QT_TRANSLATE_NOOP("Moves", "It is kept")},
        {QStringLiteral("changed"), QT_TRANSLATE_NOOP("Moves", "It changed")},
        {QStringLiteral("not_going_ahead"), QT_TRANSLATE_NOOP("Moves", "Decide not to")},
        {QStringLiteral("let_go"), QT_TRANSLATE_NOOP("Moves", "Let it go")},
    };
    if (to == "under_way" && from == "done")
        return tr("It is not really done");
    if (to == "under_way" && from == "stuck")
        return tr("It goes on again");
    const char *words = kWords.value(QString::fromStdString(to), nullptr);
    return words ? tr(words) : QString();
}

} // namespace

QString moveWords(const catalogue::Kind &kind, const std::string &from, const std::string &to)
{
    const QString words = kind.number == catalogue::kinds::action::kind ? promiseMove(from, to) : QString();
    return words.isEmpty() ? tr("Mark as “%1”").arg(stateLabel(kind, to)) : words;
}

} // namespace ourtable::records
