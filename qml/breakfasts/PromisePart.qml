// Who promises, and by when: what a promise has instead of themes and level.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

GridLayout {
    id: root

    required property Capture capture
    required property Session session

    readonly property NoteDraft _draft: root.capture.draft
    readonly property DayWords _days: DayWords { id: days }
    readonly property var _options: [
        { text: qsTr("Next breakfast"), detail: days.near(root.capture.nextBreakfast), value: root.capture.nextBreakfast },
        { text: qsTr("In 1 month"), detail: days.near(root.capture.inOneMonth), value: root.capture.inOneMonth },
        { text: qsTr("Pick a day"), detail: "", value: "day" }
    ]

    // What is still typed goes into the draft; call before saving.
    function settle() {
        root._draft.promiser = who.wholeText()
        if (day.visible)
            root._draft.due = day.wholeValue()
    }
    function _show() {
        if (who.text !== root._draft.promiser)
            who.text = root._draft.promiser
        day.visible = root._draft.due !== "" && !root._isLikely(root._draft.due)
    }
    function _choose(value: string) {
        day.visible = value === "day"
        root._draft.due = value === "day" ? "" : value
        if (day.visible)
            day.forceActiveFocus(Qt.TabFocusReason)
    }
    function _isLikely(due: string): bool {
        return due === root.capture.nextBreakfast || due === root.capture.inOneMonth
    }

    columns: root.width < 34 * Theme.textPixels(Theme.body) ? 1 : 2
    columnSpacing: Theme.space20
    rowSpacing: Theme.space12
    Component.onCompleted: root._show()

    Connections {
        target: root._draft
        function onReplaced() { root._show() }
    }

    Field {
        id: who
        objectName: "promiser"
        label: qsTr("Who promises? (optional)")
        hint: qsTr("A first name is enough")
        maximumLength: 120
        onEdited: root._draft.promiser = who.text
        onAccepted: root.capture.save()
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
    }
    ColumnLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        Txt {
            text: qsTr("By when?")
            textStyle: Theme.strong
            Layout.fillWidth: true
        }
        LikelyChoices {
            objectName: "due"
            name: qsTr("By when?")
            value: day.visible ? "day" : root._draft.due === "" ? root.capture.nextBreakfast : root._draft.due
            options: root._options
            onChosen: value => root._choose(value)
            Layout.fillWidth: true
        }
    }
    DatePick {
        id: day
        objectName: "dueDate"
        visible: false
        label: qsTr("Which day?")
        today: root.session.today
        value: root._draft.due
        onChosen: value => root._draft.due = value
        Layout.fillWidth: true
        Layout.columnSpan: root.columns
    }
}
