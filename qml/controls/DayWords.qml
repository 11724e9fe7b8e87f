// How a day is said and how people write one, in the language of the screen. Words that are typed have | between those that
// mean the same.
import QtQuick
import "days.js" as Days

QtObject {
    id: root

    readonly property var months: [qsTr("January"), qsTr("February"), qsTr("March"), qsTr("April"), qsTr("May"), qsTr("June"),
        qsTr("July"), qsTr("August"), qsTr("September"), qsTr("October"), qsTr("November"), qsTr("December")]
    readonly property var weekdays: [qsTr("Monday"), qsTr("Tuesday"), qsTr("Wednesday"), qsTr("Thursday"), qsTr("Friday"),
        qsTr("Saturday"), qsTr("Sunday")]
    readonly property var shortWeekdays: [qsTr("Mo", "Monday"), qsTr("Tu", "Tuesday"), qsTr("We", "Wednesday"), qsTr("Th", "Thursday"),
        qsTr("Fr", "Friday"), qsTr("Sa", "Saturday"), qsTr("Su", "Sunday")]
    readonly property var typed: ({
        weekdays: root.weekdays,
        monthNames: root.months,
        today: qsTr("today"),
        tomorrow: qsTr("tomorrow"),
        yesterday: qsTr("yesterday"),
        current: qsTr("this", "as in: this Thursday"),
        next: qsTr("next", "as in: next Thursday"),
        last: qsTr("last", "as in: last Thursday"),
        ahead: qsTr("in", "as in: in 2 weeks"),
        ago: qsTr("ago", "as in: 2 weeks ago"),
        days: qsTr("day|days"),
        weeks: qsTr("week|weeks"),
        months: qsTr("month|months"),
        one: qsTr("a|an", "as in: in a week"),
        numbers: qsTr("one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"),
        fillers: qsTr("on|of|the", "words of a date that say nothing"),
        ordinals: qsTr("st|nd|rd|th", "endings of a day's number")
    })

    // "Thursday 12 November 2026"; empty for no day.
    function full(day: string): string {
        const its = Days.parts(day)
        return its ? qsTr("%1 %2 %3 %4", "weekday, day, month, year").arg(root.weekdays[Days.weekday(day)]).arg(its.day)
            .arg(root.months[its.month - 1]).arg(its.year) : ""
    }

    // "Thursday 12 November"
    function near(day: string): string {
        const its = Days.parts(day)
        return its ? qsTr("%1 %2 %3", "weekday, day, month").arg(root.weekdays[Days.weekday(day)]).arg(its.day)
            .arg(root.months[its.month - 1]) : ""
    }

    // "November 2026"
    function month(day: string): string {
        const its = Days.parts(day)
        return its ? qsTr("%1 %2", "month, year").arg(root.months[its.month - 1]).arg(its.year) : ""
    }
}
