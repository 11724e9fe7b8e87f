#include "app/bridge/settingwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace ourtable {
namespace {

QString tr(const char *words) { return QCoreApplication::translate("Settings", words); }

} // namespace

QString settingTitle(const QString &key)
{
    const QStringList parts = key.split(QLatin1Char('.'));
    const QString area = parts.constFirst();
    if (area == QLatin1String("consent_wording") && parts.size() == 2)
        return tr("Words to ask with: %1").arg(parts.at(1));
    if (area != QLatin1String("help_card") || parts.size() < 2)
        return key;
    if (parts.at(1) == QLatin1String("title"))
        return tr("Help card: its heading");
    if (parts.at(1) == QLatin1String("checked_on"))
        return tr("Help card: when the numbers were checked");
    if (parts.size() == 4 && parts.at(1) == QLatin1String("line"))
        return (parts.at(3) == QLatin1String("if") ? tr("Help card, line %1: when") : tr("Help card, line %1: what to do")).arg(parts.at(2));
    return key;
}

} // namespace ourtable
