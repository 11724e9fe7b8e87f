#include "app/bridge/daywords.h"

#include <QCoreApplication>
#include <QLocale>

namespace ourtable::days {
namespace {

QString words(const char *text) { return QCoreApplication::translate("Days", text); }

QDate dateOf(const QString &isoDate) { return QDate::fromString(isoDate, Qt::ISODate); }

} // namespace

QDateTime localTime(std::int64_t milliseconds) { return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::LocalTime); }

QString isoDay(std::int64_t milliseconds) { return localTime(milliseconds).date().toString(Qt::ISODate); }

QString dayWords(const QString &isoDate, const QString &today)
{
    const QDate date = dateOf(isoDate);
    if (!date.isValid())
        return {};
    const bool thisYear = date.year() == dateOf(today).year();
    return QLocale().toString(date, thisYear ? QStringLiteral("dddd d MMMM") : QStringLiteral("dddd d MMMM yyyy"));
}

QString nearDayWords(const QString &isoDate, const QString &today)
{
    switch (dateOf(today).daysTo(dateOf(isoDate))) {
    case 0: return isoDate.isEmpty() ? QString() : words("Today");
    case 1: return words("Tomorrow");
    case -1: return words("Yesterday");
    default: return dayWords(isoDate, today);
    }
}

QString timeWords(const QString &isoTime)
{
    const QTime time = QTime::fromString(isoTime, QStringLiteral("HH:mm"));
    return time.isValid() ? QLocale().toString(time, QStringLiteral("H:mm")) : QString();
}

QString momentWords(std::int64_t milliseconds, const QString &today)
{
    const QDateTime moment = localTime(milliseconds);
    const QString time = QLocale().toString(moment.time(), QStringLiteral("H:mm"));
    const QString day = moment.date().toString(Qt::ISODate);
    if (day == today)
        return time;
    return words("%1, %2").arg(nearDayWords(day, today), time);
}

} // namespace ourtable::days
