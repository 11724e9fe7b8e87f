// What kinds of notes and other things look like: their sign, and their place among the data colours (ux.md 4.1).
.pragma library

const signs = {
    "idea": { symbol: "bulb", colour: 7 },
    "need": { symbol: "need", colour: 5 },
    "resource": { symbol: "resource", colour: 4 },
    "barrier": { symbol: "barrier", colour: 1 },
    "question": { symbol: "question", colour: 2 },
    "experience": { symbol: "chat", colour: 6 },
    "enabler": { symbol: "star", colour: 3 },
    "benefit": { symbol: "sun", colour: 4 },
    "challenge": { symbol: "flag", colour: 1 },
    "promise": { symbol: "pledge", colour: 0 },
    "promised": { symbol: "pledge", colour: 1 }, // one of several, as the kind of a note it is the first
    "people": { symbol: "people", colour: 2 },
    "versions": { symbol: "merge", colour: 7 },
    "notes": { symbol: "layers", colour: 4 },
    "breakfast": { symbol: "cup", colour: 1 },
}

function symbolOf(sign) {
    return (signs[sign] ?? signs["experience"]).symbol
}

function colourOf(sign) {
    return (signs[sign] ?? signs["experience"]).colour
}
