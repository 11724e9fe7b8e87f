// Days of the calendar as "YYYY-MM-DD", without a time zone.
.pragma library

function two(number) {
    return String(number).padStart(2, "0")
}

// { year, month, day } from 1; null for what is no day.
function parts(day) {
    const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
    return found && from(+found[1], +found[2], +found[3]) !== "" ? { year: +found[1], month: +found[2], day: +found[3] } : null
}

// Empty when there is no such day, as 30 February.
function from(year, month, day) {
    const date = new Date(Date.UTC(year, month - 1, day))
    const exists = year >= 1900 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    return exists ? year + "-" + two(month) + "-" + two(day) : ""
}

function _date(day) {
    const its = parts(day)
    return new Date(Date.UTC(its.year, its.month - 1, its.day))
}

function _from(date) {
    return from(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function add(day, days) {
    const date = _date(day)
    date.setUTCDate(date.getUTCDate() + days)
    return _from(date)
}

// The same day of another month, or its last one where that is too short.
function addMonths(day, months) {
    const its = parts(day)
    const month = its.year * 12 + its.month - 1 + months
    const last = new Date(Date.UTC(Math.floor(month / 12), month % 12 + 1, 0)).getUTCDate()
    return from(Math.floor(month / 12), month % 12 + 1, Math.min(its.day, last))
}

// 0 for Monday.
function weekday(day) {
    return (_date(day).getUTCDay() + 6) % 7
}

function between(one, other) {
    return Math.round((_date(other) - _date(one)) / 86400000)
}

function firstOfMonth(day) {
    return day.slice(0, 8) + "01"
}

// The Monday with which the page of this day's month begins.
function firstOnPage(day) {
    const first = firstOfMonth(day)
    return add(first, -weekday(first))
}
