// What kinds of notes look like: their sign, and their place among the data colours (ux.md 4.1).
.pragma library

const signs = {
    "idea": { symbol: "bulb", colour: 7 },
    "need": { symbol: "need", colour: 5 },
    "resource": { symbol: "resource", colour: 4 },
    "barrier": { symbol: "barrier", colour: 1 },
    "question": { symbol: "question", colour: 2 },
    "promise": { symbol: "pledge", colour: 0 },
    "experience": { symbol: "chat", colour: 6 },
    "enabler": { symbol: "star", colour: 3 },
    "benefit": { symbol: "sun", colour: 4 },
    "challenge": { symbol: "flag", colour: 1 },
}

// On the tiles, in their order; the others wait behind "More".
const six = ["idea", "need", "resource", "barrier", "question", "promise"]
const others = ["experience", "enabler", "benefit", "challenge"]

function symbolOf(kind) {
    return signs[kind] ? signs[kind].symbol : ""
}

function colourOf(kind) {
    return signs[kind] ? signs[kind].colour : 6
}

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
