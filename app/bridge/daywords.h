// Days and times as people say them (ux.md 11.1): "Thursday 4 June", "8:30". Dates are "YYYY-MM-DD" as in core.
#pragma once

#include <QDateTime>
#include <QString>

namespace ourtable::days {

// In the person's own time zone.
[[nodiscard]] QDateTime localTime(std::int64_t milliseconds);
[[nodiscard]] QString isoDay(std::int64_t milliseconds);
// "Thursday 4 June", with the year when it is not the year of today or half a year ago. Empty for what is no date.
[[nodiscard]] QString dayWords(const QString &isoDate, const QString &today);
// "Today", "Tomorrow", "Yesterday", else as dayWords().
[[nodiscard]] QString nearDayWords(const QString &isoDate, const QString &today);
// When something is due: "due 3 weeks ago", "due today", "due in 5 days", "due Thursday 4 June". Empty for what is no date.
[[nodiscard]] QString dueWords(const QString &isoDate, const QString &today);
// "8:30" of "08:30"; "17:20".
[[nodiscard]] QString timeWords(const QString &isoTime);
// "8:51" today, "Yesterday, 17:20", "Monday 1 June, 10:02".
[[nodiscard]] QString momentWords(std::int64_t milliseconds, const QString &today);

} // namespace ourtable::days
