// Markup for words of which some are marked. Every letter of theirs is escaped; the colours are the theme's.
.pragma library

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;" }

function escaped(words) {
    return words.replace(/[&<>"']/g, letter => escapes[letter])
        .replace(/\r\n|[\n\r\u2028\u2029]/g, "<br>")
        .replace(/ (?= )/g, "&nbsp;") // as many spaces as there are
}

function hex(colour) {
    return "#" + colour.toString().slice(-6)
}

// A line under the space behind a word would look like a word that is not there. Nothing but spaces stays marked.
function marked(words, open) {
    const shown = words.replace(/\s+$/, "")
    return shown === "" ? open + escaped(words) + "</span>" : open + escaped(shown) + "</span>" + escaped(words.slice(shown.length))
}

function markup(parts, colours) {
    const open = "<span style=\"background-color:" + hex(colours.soft) + "; color:" + hex(colours.ink)
        + "; text-decoration:underline; font-weight:600\">"
    return parts.map(part => part.marked ? marked(part.text, open) : escaped(part.text)).join("")
}

function spoken(parts, marked) {
    return parts.map(part => part.marked ? marked(part.text) : part.text).join(" ")
}
