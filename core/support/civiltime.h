// Calendar dates and times of day as people type them. Proleptic Gregorian; no time zones, no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ourtable {

// Days since 1970-01-01 of "YYYY-MM-DD"; nothing when that day never was or lies outside 1900 to 2199.
[[nodiscard]] std::optional<std::int64_t> daysOfDate(std::string_view date);
[[nodiscard]] std::string dateOfDays(std::int64_t days);
// "YYYY-MM" in the same years.
[[nodiscard]] bool isMonth(std::string_view month);
// "HH:MM", 00:00 to 23:59.
[[nodiscard]] bool isTimeOfDay(std::string_view time);
// The UTC date of a time in milliseconds since 1970.
[[nodiscard]] std::string dateOfMilliseconds(std::int64_t milliseconds);
// "YYYY-MM-DDTHH:MM:SSZ".
[[nodiscard]] std::string timestampOfMilliseconds(std::int64_t milliseconds);
// "YYYY-MM-DDTHH:MM" with an optional ":SS" and "Z", as milliseconds since 1970 UTC.
[[nodiscard]] std::optional<std::int64_t> millisecondsOfTimestamp(std::string_view timestamp);

} // namespace ourtable
