// Understands a day as people write it: "12 June", "12/6/26", "next thursday", "in 2 weeks".
.pragma library
.import "days.js" as Days

// The day as "YYYY-MM-DD"; empty when these words say none. `words` is DayWords.typed; `back`: a day without a year is the
// last one, not the next.
function understood(text, today, words, back) {
    const plain = text.toLowerCase().replace(/,/g, " ").replace(/\s+/g, " ").trim().slice(0, 100)
    return _numbers(plain, today, back) || _words(_tokens(plain, words), today, words, back)
}

function _tokens(plain, words) {
    const ending = new RegExp("^(\\d+)(" + words.ordinals + ")$")
    return plain.split(" ").map(each => each.replace(/\.$/, "").replace(ending, "$1")).filter(each => each !== "" && !_is(each, words.fillers))
}

function _is(token, alternatives) {
    return alternatives.split("|").includes(token)
}

function _numbers(plain, today, back) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(plain))
        return Days.parts(plain) ? plain : ""
    const found = /^(\d{1,2})[\/.-](\d{1,2})(?:[\/.-](\d{4}|\d{2})?)?$/.exec(plain)
    return found ? _dayOf(+found[1], +found[2], found[3] ?? "", today, back) : ""
}

function _words(tokens, today, words, back) {
    if (tokens.length === 0 || tokens.length > 4)
        return ""
    return _near(tokens, today, words) || _far(tokens, today, words) || _weekday(tokens, today, words, back) || _dated(tokens, today, words, back)
}

function _near(tokens, today, words) {
    if (tokens.length !== 1)
        return ""
    const away = _is(tokens[0], words.today) ? 0 : _is(tokens[0], words.tomorrow) ? 1 : _is(tokens[0], words.yesterday) ? -1 : null
    return away === null ? "" : Days.add(today, away)
}

// "in 2 weeks", "2 weeks", "3 days ago", "next month".
function _far(tokens, today, words) {
    const rest = tokens.slice()
    const ago = rest.length > 1 && _is(rest[rest.length - 1], words.ago)
    if (ago)
        rest.pop()
    else if (_is(rest[0], words.ahead))
        rest.shift()
    if (rest.length !== 2)
        return ""
    const count = _is(rest[0], words.next) ? 1 : _is(rest[0], words.last) ? -1 : (ago ? -1 : 1) * _count(rest[0], words)
    if (!count || Math.abs(count) > 400)
        return ""
    return _is(rest[1], words.days) ? Days.add(today, count)
        : _is(rest[1], words.weeks) ? Days.add(today, 7 * count)
        : _is(rest[1], words.months) ? Days.addMonths(today, count) : ""
}

function _count(token, words) {
    return /^\d{1,3}$/.test(token) ? +token : _is(token, words.one) ? 1 : words.numbers.split("|").indexOf(token) + 1
}

// The one that starts with these letters, from 1; 0 none, or more than one.
function _named(token, names) {
    const found = token.length < 3 ? [] : names.map(each => each.toLowerCase()).filter(each => each.startsWith(token))
    return found.length === 1 ? names.findIndex(each => each.toLowerCase() === found[0]) + 1 : 0
}

// "thursday" is the next one, "next thursday" that of next week, "this thursday" that of this week if it is not over.
function _weekday(tokens, today, words, back) {
    const named = _named(tokens[tokens.length - 1], words.weekdays)
    if (named === 0 || tokens.length > 2)
        return ""
    const ahead = (named - 1 - Days.weekday(today) + 7) % 7
    if (tokens.length === 1)
        return Days.add(today, back ? ahead - 7 : ahead || 7)
    if (_is(tokens[0], words.next))
        return Days.add(today, named - 1 - Days.weekday(today) + 7)
    if (_is(tokens[0], words.last))
        return Days.add(today, ahead - 7)
    return _is(tokens[0], words.current) ? Days.add(today, ahead) : ""
}

// "12 june", "thursday 12 june 2026", "june 12", "12".
function _dated(tokens, today, words, back) {
    const rest = tokens.slice()
    const weekday = rest.length > 1 ? _named(rest[0], words.weekdays) : 0
    if (weekday > 0)
        rest.shift()
    if (rest.length > 3)
        return ""
    const turned = rest.length > 1 && !/^\d/.test(rest[0])
    const day = rest[turned ? 1 : 0]
    const year = rest[2] ?? ""
    if (!/^\d{1,2}$/.test(day) || !/^(\d{4}|\d{2})?$/.test(year))
        return ""
    const found = rest.length === 1 ? _ofMonths(+day, today, back) : _dayOf(+day, _named(rest[turned ? 0 : 1], words.monthNames), year, today, back)
    return found !== "" && (weekday === 0 || Days.weekday(found) === weekday - 1) ? found : ""
}

// With no year: the nearest that is not behind today, or not ahead of it; up to eight years on, for 29 February.
function _dayOf(day, month, year, today, back) {
    if (year !== "")
        return Days.from(year.length === 2 ? 2000 + +year : +year, month, day)
    const now = Days.parts(today).year
    for (let away = 0; away <= 8; ++away) {
        const found = Days.from(back ? now - away : now + away, month, day)
        if (found !== "" && (back ? found <= today : found >= today))
            return found
    }
    return ""
}

function _ofMonths(day, today, back) {
    for (let away = 0; away <= 2; ++away) {
        const its = Days.parts(Days.addMonths(Days.firstOfMonth(today), back ? -away : away))
        const found = Days.from(its.year, its.month, day)
        if (found !== "" && (back ? found <= today : found >= today))
            return found
    }
    return ""
}
