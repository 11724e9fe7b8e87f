// Days that a field is likely to hold, by its name in the catalogue.
.pragma library
.import "qrc:/qt/qml/OurTable/Controls/days.js" as Days

const ahead = ["due", "review_on", "next_check", "follow_up_on", "valid_until", "ends", "term_ends"]

function months(name) {
    return ahead.indexOf(name) >= 0 ? [1, 3, 12] : []
}

function inMonths(today, count) {
    return Days.addMonths(today, count)
}
