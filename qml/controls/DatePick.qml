// A day: one of a few likely ones, or typed as people write it ("12 June", "next thursday"), or from a calendar.
// `value` is "YYYY-MM-DD" or empty.
import QtQuick
import QtQuick.Layouts
import "dayparser.js" as Parser

TypedPick {
    id: root

    required property string today    // given, as nothing here reads the clock
    property var likelyDays: []       // [{ text, date }] of the owner, the likeliest first
    property bool looksBack: false    // a day without a year is the last one, not the next

    property bool _open: false

    function understood(text: string): string { return Parser.understood(text, root.today, days.typed, root.looksBack) }
    function shown(value: string): string { return days.full(value) }
    function spoken(value: string): string { return days.full(value) }

    function _close() {
        root._open = false
        opener.forceActiveFocus(Qt.TabFocusReason)
    }

    likely: root.likelyDays.map(each => ({ text: each.text, detail: days.near(each.date), value: each.date }))
    example: root.likelyDays.length > 0 ? qsTr("Or write a day, for example 12 June") : qsTr("For example, 12 June")
    unclearWords: qsTr("Write a day like 12 June, or choose one")

    aside: Btn {
        id: opener
        objectName: "calendar"
        kind: Btn.Secondary
        symbol: root._open ? "up" : "calendar"
        text: root._open ? qsTr("Close calendar") : qsTr("Calendar")
        onClicked: {
            root._open = !root._open
            if (root._open)
                grid.go(root.value !== "" ? root.value : root.today)
        }
        Layout.alignment: Qt.AlignBottom
        Accessible.name: opener.text + ". " + root.label
    }

    MonthGrid {
        id: grid
        visible: root._open
        words: days
        today: root.today
        value: root.value
        onChosen: day => {
            root.pick(day)
            root._close()
        }
        onCloseAsked: root._close()
        Layout.fillWidth: true
    }

    readonly property DayWords _words: DayWords { id: days }
}
