// When a breakfast is: said in words, and changed only by those who want to.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property StartBreakfast form
    required property string today
    property bool open: root.form.whenProblem !== ""

    // What is still being typed belongs to the day and the time.
    function settle() {
        if (!root.open)
            return
        root.form.date = day.wholeValue()
        root.form.time = time.wholeValue()
    }

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space16
        GridLayout {
            columns: root.width < 22 * Theme.textPixels(Theme.body) ? 1 : 2
            columnSpacing: Theme.space12
            rowSpacing: Theme.space8
            Layout.fillWidth: true
            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true
                Txt {
                    text: qsTr("When?")
                    textStyle: Theme.strong
                    Layout.fillWidth: true
                }
                Txt {
                    text: root.form.whenWords
                    visible: text !== ""
                    Layout.fillWidth: true
                }
            }
            Btn {
                objectName: "changeWhen"
                visible: !root.open
                kind: Btn.Secondary
                symbol: "calendar"
                text: qsTr("Change")
                onClicked: {
                    root.open = true
                    day.forceActiveFocus(Qt.TabFocusReason)
                }
                Accessible.name: qsTr("Change day and time")
            }
        }
        DatePick {
            id: day
            objectName: "day"
            visible: root.open
            label: qsTr("Day")
            today: root.today
            looksBack: true
            likelyDays: [{ text: qsTr("Today"), date: root.today }]
            error: root.form.whenProblem
            value: root.form.date
            onChosen: value => root.form.date = value
            Layout.fillWidth: true
        }
        TimePick {
            id: time
            objectName: "time"
            visible: root.open
            label: qsTr("Starts at")
            likelyTimes: root.form.usualTime === "" ? [] : [{ text: "", time: root.form.usualTime }]
            value: root.form.time
            onChosen: value => root.form.time = value
            Layout.fillWidth: true
        }
    }
}
