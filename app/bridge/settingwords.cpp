#include "app/bridge/settingwords.h"

#include <QCoreApplication>
#include <QHash>
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
    static const QHash<QString, const char *> kNames{
        {QStringLiteral("title"), QT_TRANSLATE_NOOP("Settings", "Help card: its heading")},
        {QStringLiteral("checked_on"), QT_TRANSLATE_NOOP("Settings", "Help card: when the numbers were checked")},
        {QStringLiteral("crisis_line"), QT_TRANSLATE_NOOP("Settings", "Help card: the local crisis line")},
        {QStringLiteral("adults_lead"), QT_TRANSLATE_NOOP("Settings", "Help card: who to ring about an adult")},
        {QStringLiteral("children_lead"), QT_TRANSLATE_NOOP("Settings", "Help card: who to ring about a child")},
        {QStringLiteral("person_to_ask"), QT_TRANSLATE_NOOP("Settings", "Help card: the person to ask")},
        {QStringLiteral("persons_phone"), QT_TRANSLATE_NOOP("Settings", "Help card: their phone")},
    };
    if (const char *name = kNames.value(parts.at(1), nullptr))
        return tr(name);
    if (parts.size() == 4 && parts.at(1) == QLatin1String("line"))
        return (parts.at(3) == QLatin1String("if") ? tr("Help card, line %1: when") : tr("Help card, line %1: what to do")).arg(parts.at(2));
    return key;
}

} // namespace ourtable
