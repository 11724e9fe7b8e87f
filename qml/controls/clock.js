// Times of day as "HH:MM", and as people write them: "8.30", "830", "5 pm".
.pragma library
.import "days.js" as Days

// Empty when these words say no time. `words` is { am, pm, noon, midnight }, alternatives with | between.
function understood(text, words) {
    const plain = text.toLowerCase().trim().slice(0, 40)
    if (words.noon.split("|").includes(plain))
        return "12:00"
    if (words.midnight.split("|").includes(plain))
        return "00:00"
    const found = /^(\d{1,2})\s*(?:[:.h]?\s*(\d{2}))?\s*(\D*)$/.exec(plain)
    if (!found)
        return ""
    const half = found[3].replace(/[\s.]/g, "")
    const morning = words.am.split("|").includes(half)
    const evening = words.pm.split("|").includes(half)
    const hour = +found[1]
    const minute = +(found[2] ?? 0)
    if ((half !== "" && !morning && !evening) || minute > 59 || hour > 23 || (half !== "" && (hour < 1 || hour > 12)))
        return ""
    return Days.two(half === "" ? hour : hour % 12 + (evening ? 12 : 0)) + ":" + Days.two(minute)
}

// "8:30", "17:20"; empty for no time.
function shown(time) {
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time.replace(/^0/, "") : ""
}

function hour(time) {
    return +time.slice(0, 2)
}
