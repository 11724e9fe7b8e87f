// The days of one month. Arrows go by days and weeks, Home and End along a week, PageUp and PageDown by months, with Shift by years;
// it is one stop of Tab. Part of DatePick.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Theme
import "days.js" as Days

FocusScope {
    id: root

    required property DayWords words
    required property string today
    required property string value
    property string day: root.value !== "" ? root.value : root.today // where the keyboard is

    signal chosen(day: string)
    signal closeAsked

    readonly property string _first: Days.firstOnPage(root.day)

    // Shows this day and gives it the focus.
    function go(day: string) {
        if (day === "")
            return
        root.day = day
        cells.itemAt(Days.between(root._first, root.day)).forceActiveFocus(Qt.TabFocusReason)
    }

    function _turn(months: int) {
        const day = Days.addMonths(root.day, months)
        if (day !== "")
            root.day = day
        live.say(root.words.month(root.day))
    }

    // Where a key leads; empty for others.
    function _aim(event: var): string {
        const months = event.modifiers & Qt.ShiftModifier ? 12 : 1
        const onwards = Theme.rightToLeft ? -1 : 1
        switch (event.key) {
        case Qt.Key_Left: return Days.add(root.day, -onwards)
        case Qt.Key_Right: return Days.add(root.day, onwards)
        case Qt.Key_Up: return Days.add(root.day, -7)
        case Qt.Key_Down: return Days.add(root.day, 7)
        case Qt.Key_PageUp: return Days.addMonths(root.day, -months)
        case Qt.Key_PageDown: return Days.addMonths(root.day, months)
        case Qt.Key_Home: return Days.add(root.day, -Days.weekday(root.day))
        case Qt.Key_End: return Days.add(root.day, 6 - Days.weekday(root.day))
        }
        return ""
    }

    implicitWidth: 7 * Theme.target
    implicitHeight: column.implicitHeight + 2 * Theme.space8
    Accessible.role: Accessible.Grouping
    Accessible.name: root.words.month(root.day)
    Keys.onEscapePressed: root.closeAsked()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusChoice
        color: Theme.colours.surface
        border.width: Theme.border
        border.color: Theme.colours.outline
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.topMargin: Theme.space8
        anchors.bottomMargin: Theme.space8
        anchors.leftMargin: Theme.border
        anchors.rightMargin: Theme.border
        spacing: 0
        RowLayout {
            IconBtn {
                objectName: "monthBefore"
                name: qsTr("Month before")
                symbol: "left"
                onClicked: root._turn(-1)
            }
            Txt {
                objectName: "month"
                text: root.words.month(root.day)
                textStyle: Theme.strong
                heading: true
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
            IconBtn {
                objectName: "monthAfter"
                name: qsTr("Month after")
                symbol: "right"
                onClicked: root._turn(1)
            }
        }
        GridLayout {
            columns: 7
            columnSpacing: 0
            rowSpacing: 0
            Keys.onPressed: event => {
                const aim = root._aim(event)
                event.accepted = aim !== ""
                root.go(aim)
            }
            Repeater {
                model: 7
                Txt {
                    required property int index
                    text: root.words.shortWeekdays[index]
                    textStyle: Theme.caption
                    color: Theme.colours.muted
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.NoWrap
                    silent: true // each day's name begins with it
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
            }
            Repeater {
                id: cells
                model: root.visible ? 42 : 0
                DayCell {
                    required property int index
                    objectName: "day" + index
                    date: Days.add(root._first, index)
                    words: root.words
                    shown: date.slice(0, 7) === root.day.slice(0, 7)
                    current: date === root.day
                    today: date === root.today
                    chosen: date === root.value
                    onPicked: root.chosen(date)
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
            }
        }
        LiveLine { id: live }
    }
}
