#include "app/bridge/daywords.h"

#include <QCoreApplication>
#include <QLocale>

namespace ourtable::days {
namespace {

QString words(const char *text) { return QCoreApplication::translate("Days", text); }

QString countedWords(const char *text, qint64 count) { return QCoreApplication::translate("Days", text, nullptr, static_cast<int>(count)); }

QDate dateOf(const QString &isoDate) { return QDate::fromString(isoDate, Qt::ISODate); }

} // namespace

QDateTime localTime(std::int64_t milliseconds) { return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::LocalTime); }

QString isoDay(std::int64_t milliseconds) { return localTime(milliseconds).date().toString(Qt::ISODate); }

QString dayWords(const QString &isoDate, const QString &today)
{
    const QDate date = dateOf(isoDate);
    if (!date.isValid())
        return {};
    constexpr qint64 kLongAgo = 180; // days; without its year a day of last winter reads as one to come
    const bool plain = date.year() == dateOf(today).year() && date.daysTo(dateOf(today)) < kLongAgo;
    return QLocale().toString(date, plain ? QStringLiteral("dddd d MMMM") : QStringLiteral("dddd d MMMM yyyy"));
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

QString dueWords(const QString &isoDate, const QString &today)
{
    const QDate due = dateOf(isoDate);
    if (!due.isValid())
        return {};
    constexpr qint64 kInDays = 14;
    constexpr qint64 kInWeeks = 60;
    constexpr qint64 kInMonths = 700;
    const qint64 ahead = dateOf(today).daysTo(due);
    if (ahead >= kInDays)
        return words("due %1").arg(dayWords(isoDate, today));
    if (ahead > 1)
        return countedWords("due in %n days", ahead);
    if (ahead >= -1)
        return ahead == 1 ? words("due tomorrow") : ahead == 0 ? words("due today") : words("due yesterday");
    if (ahead > -kInDays)
        return countedWords("due %n days ago", -ahead);
    if (ahead > -kInWeeks)
        return countedWords("due %n weeks ago", -ahead / 7);
    return ahead > -kInMonths ? countedWords("due %n months ago", -ahead / 30) : words("due long ago");
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
