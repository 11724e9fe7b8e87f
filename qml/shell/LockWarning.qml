// A minute before it locks, in the page and in nobody's way (ux.md 7.30).
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Item {
    id: root

    required property AutoLock autoLock

    readonly property string words: qsTr("Locking in 1 minute. What you typed is kept.")

    visible: root.autoLock.warning
    implicitHeight: visible ? banner.implicitHeight + Theme.space12 : 0

    Banner {
        id: banner
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        objectName: "lockWarning"
        tone: Theme.colours.warningTone
        symbol: "lock"
        title: root.words
        Btn {
            objectName: "stay"
            kind: Btn.Secondary
            text: qsTr("Stay")
            onClicked: root.autoLock.stay()
        }
    }
}
