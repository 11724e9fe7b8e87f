#include "core/support/civiltime.h"

#include <chrono>
#include <cstdio>

namespace ourtable {
namespace {

constexpr std::int64_t kDay = 86'400'000;

std::optional<int> number(std::string_view text, std::size_t at, std::size_t digits)
{
    if (text.size() < at + digits)
        return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool yearIsPlausible(int year) { return year >= 1900 && year <= 2199; }

std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

} // namespace

std::optional<std::int64_t> daysOfDate(std::string_view date)
{
    const auto year = number(date, 0, 4);
    const auto month = number(date, 5, 2);
    const auto day = number(date, 8, 2);
    if (date.size() != 10 || date[4] != '-' || date[7] != '-' || !year || !month || !day || !yearIsPlausible(*year))
        return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                          std::chrono::day{static_cast<unsigned>(*day)}};
    if (!ymd.ok())
        return std::nullopt;
    return std::chrono::sys_days{ymd}.time_since_epoch().count();
}

std::string dateOfDays(std::int64_t days)
{
    const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{days}}};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                  static_cast<unsigned>(ymd.day()));
    return text;
}

bool isMonth(std::string_view month)
{
    return month.size() == 7 && daysOfDate(std::string(month) + "-01").has_value();
}

bool isTimeOfDay(std::string_view time)
{
    const auto hour = number(time, 0, 2);
    const auto minute = number(time, 3, 2);
    return time.size() == 5 && time[2] == ':' && hour && minute && *hour < 24 && *minute < 60;
}

std::string dateOfMilliseconds(std::int64_t milliseconds) { return dateOfDays(floorDiv(milliseconds, kDay)); }

std::string timestampOfMilliseconds(std::int64_t milliseconds)
{
    const std::int64_t days = floorDiv(milliseconds, kDay);
    const std::int64_t seconds = (milliseconds - days * kDay) / 1000;
    char text[24];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return dateOfDays(days) + text;
}

std::optional<std::int64_t> millisecondsOfTimestamp(std::string_view timestamp)
{
    if (!timestamp.empty() && timestamp.back() == 'Z')
        timestamp.remove_suffix(1);
    if (timestamp.size() != 16 && timestamp.size() != 19)
        return std::nullopt;
    const auto days = daysOfDate(timestamp.substr(0, 10));
    if (!days || timestamp[10] != 'T' || !isTimeOfDay(timestamp.substr(11, 5)))
        return std::nullopt;
    int seconds = 0;
    if (timestamp.size() == 19) {
        const auto read = number(timestamp, 17, 2);
        if (timestamp[16] != ':' || !read || *read > 59)
            return std::nullopt;
        seconds = *read;
    }
    return *days * kDay + (*number(timestamp, 11, 2) * 3600 + *number(timestamp, 14, 2) * 60 + seconds) * 1000LL;
}

} // namespace ourtable
