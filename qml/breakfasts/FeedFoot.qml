// Below the notes: what the table takes with it at the end of a round, and on a phone the way to the end of the breakfast; of one
// that is over, the way to add what was left out.
import QtQuick
import OurTable.Controls
import OurTable.Theme

Rectangle {
    id: root

    required property Frame frame
    required property bool over
    property bool finishes: false

    signal harvestAsked
    signal finishAsked
    signal addAsked

    readonly property real _room: root.width - 2 * Theme.space16
    readonly property bool _oneRow: harvest.implicitWidth + end.implicitWidth + buttons.columnSpacing <= root._room && harvest.visible && end.visible

    height: visible ? buttons.implicitHeight + 2 * Theme.space12 : 0
    color: Theme.colours.canvas

    Grid { // a positioner, as words wrap in it
        id: buttons
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.space12
        columns: root._oneRow ? 2 : 1
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8
        Btn {
            id: harvest
            objectName: "harvest"
            visible: !root.over
            width: root._oneRow ? implicitWidth : root._room
            kind: Btn.Secondary
            symbol: "star"
            text: qsTr("Three things from this table")
            focusPolicy: Qt.TabFocus
            onClicked: root.harvestAsked()
        }
        Btn {
            id: end
            objectName: root.over ? "addLeftOut" : "finishButton"
            visible: root.over || root.finishes
            width: root.over ? Math.min(Math.max(implicitWidth, 320), root._room) : root._oneRow ? implicitWidth : root._room
            kind: Btn.Secondary
            text: root.over ? qsTr("Add what was left out") : qsTr("Finish this breakfast")
            focusPolicy: Qt.TabFocus
            onClicked: root.over ? root.addAsked() : root.finishAsked()
        }
    }
}
