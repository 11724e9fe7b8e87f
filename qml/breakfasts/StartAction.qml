// The way on from a filled-in breakfast: start it, or join the one that is open there already.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Column {
    id: root

    required property StartBreakfast form
    readonly property bool _same: root.form.sameKey !== ""

    signal startAsked
    signal joined

    spacing: Theme.space12

    Banner {
        visible: root.form.problem !== ""
        tone: Theme.colours.dangerTone
        symbol: "alert"
        text: root.form.problem
        width: parent.width
    }
    Banner {
        visible: root._same
        tone: Theme.colours.warningTone
        symbol: "cup"
        text: root.form.sameWords
        width: parent.width
    }
    Flow {
        spacing: Theme.space12
        width: parent.width
        Btn {
            objectName: "join"
            visible: root._same
            width: Math.min(implicitWidth, root.width)
            kind: Btn.Accent
            text: qsTr("Join it")
            big: true
            onClicked: root.joined()
        }
        Btn {
            objectName: "start"
            width: root._same ? Math.min(implicitWidth, root.width) : root.width
            kind: root._same ? Btn.Secondary : Btn.Accent
            symbol: root._same ? "" : "cup"
            text: root._same ? qsTr("Start another") : qsTr("Start")
            big: true
            busy: root.form.busy
            onClicked: root.startAsked()
        }
    }
}
