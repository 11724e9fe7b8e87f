// Kinds of notes and what they are about, as they are offered. How they look: KindLook.
.pragma library

// On the tiles, in their order; the others wait behind "More".
const six = ["idea", "need", "resource", "barrier", "question", "promise"]
// Every kind of note, as they are offered for sorting.
const nine = ["idea", "need", "resource", "barrier", "question", "experience", "enabler", "benefit", "challenge"]
const others = ["experience", "enabler", "benefit", "challenge"]

function isOther(kind) {
    return others.indexOf(kind) >= 0
}

// The words of a code among [{ code, text }].
function wordsOf(choices, code) {
    for (const choice of choices) {
        if (choice.code === code)
            return choice.text
    }
    return ""
}

// Codes with one of them in or out.
function withCode(codes, code, chosen) {
    const rest = codes.filter(each => each !== code)
    return chosen ? rest.concat([code]) : rest
}

// Likely choices, and after them whatever else is chosen already.
function shownThemes(likely, all, chosen) {
    const shown = likely.slice()
    for (const code of chosen) {
        if (!shown.some(each => each.code === code))
            shown.push({ code: code, text: wordsOf(all, code) })
    }
    return shown
}
