// Below the notes: on a phone the way to the end of the breakfast; of one that is over, the way to add what was left out.
import QtQuick
import OurTable.Controls
import OurTable.Theme

Rectangle {
    id: root

    required property Frame frame
    required property bool over

    signal finishAsked
    signal addAsked

    height: visible ? button.implicitHeight + 2 * Theme.space12 : 0
    color: Theme.colours.canvas

    Btn {
        id: button
        objectName: root.over ? "addLeftOut" : "finishButton"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.space12
        width: Math.min(root.over ? Math.max(implicitWidth, 320) : root.width, root.width - 2 * root.frame.gutter)
        kind: Btn.Secondary
        text: root.over ? qsTr("Add what was left out") : qsTr("Finish this breakfast")
        onClicked: root.over ? root.addAsked() : root.finishAsked()
    }
}
