// What a DataTable knows of its rows and columns.
.pragma library

function sum(numbers) {
    return numbers.reduce((all, each) => all + each, 0)
}

// Each column its least, and its part of what is left.
function widths(columns, scale, room) {
    const least = columns.map(each => Math.ceil(each.least * scale))
    const left = Math.max(0, room - sum(least))
    const weights = sum(columns.map(each => each.weight))
    return least.map((width, i) => width + Math.floor(left * columns[i].weight / Math.max(1e-6, weights)))
}

function keysOf(marks) {
    return Object.keys(marks)
}

function marked(marks, keys, chosen) {
    const next = Object.assign({}, marks)
    for (const key of keys) {
        if (chosen)
            next[key] = true
        else
            delete next[key]
    }
    return next
}

// Without those that are no longer there.
function kept(marks, keys) {
    const there = {}
    for (const key of keys) {
        if (marks[key])
            there[key] = true
    }
    return there
}
