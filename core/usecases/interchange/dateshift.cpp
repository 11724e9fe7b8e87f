#include "core/usecases/interchange/dateshift.h"

#include <charconv>
#include <optional>

#include "core/support/civiltime.h"
#include "core/usecases/interchange/interchangerecord.h"

namespace ourtable::usecases {
namespace {

// Months since the year 0 of "YYYY-MM" and whatever follows.
std::int64_t monthsOf(std::string_view date)
{
    int year = 0, month = 0;
    std::from_chars(date.data(), date.data() + 4, year);
    std::from_chars(date.data() + 5, date.data() + 7, month);
    return std::int64_t(year) * 12 + month - 1;
}

std::optional<std::string> dateAfter(std::string_view date, std::int64_t days)
{
    const std::optional<std::int64_t> day = daysOfDate(date);
    std::int64_t moved = 0;
    if (!day || __builtin_add_overflow(*day, days, &moved) || moved < -1'000'000 || moved > 1'000'000)
        return std::nullopt;
    std::string made = dateOfDays(moved);
    return daysOfDate(made) ? std::optional(std::move(made)) : std::nullopt;
}

} // namespace

Result<DateShift> DateShift::of(std::int64_t days, std::string_view asOf)
{
    DateShift shift;
    if (days == 0)
        return shift;
    const std::optional<std::string> moved = dateAfter(asOf, days);
    if (!moved)
        return ErrorCode::InvalidInput;
    shift.m_days = days;
    shift.m_months = monthsOf(*moved) - monthsOf(asOf);
    return shift;
}

Result<std::string> DateShift::date(std::string_view date) const
{
    std::optional<std::string> moved = dateAfter(date, m_days);
    return moved ? Result<std::string>(std::move(*moved)) : ErrorCode::InvalidInput;
}

Result<std::string> DateShift::month(std::string_view month) const
{
    if (!isMonth(month))
        return ErrorCode::InvalidInput;
    const std::int64_t months = monthsOf(month) + m_months;
    const std::string number = std::to_string(months % 12 + 1);
    const std::string moved = std::to_string(months / 12) + (number.size() < 2 ? "-0" : "-") + number;
    return isMonth(moved) ? Result<std::string>(moved) : ErrorCode::InvalidInput;
}

Result<std::int64_t> DateShift::milliseconds(std::string_view timestamp) const
{
    const std::optional<std::int64_t> time = millisecondsOfTimestamp(timestamp);
    std::int64_t moved = 0;
    if (!time || __builtin_mul_overflow(m_days, kMillisecondsOfDay, &moved)
        || __builtin_add_overflow(*time, moved, &moved) || !isMoment(moved))
        return ErrorCode::InvalidInput;
    return moved;
}

} // namespace ourtable::usecases
