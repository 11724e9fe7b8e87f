// What everybody may need before signing in: in a line, or on a phone along its foot.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Item {
    id: root

    required property bool compact

    signal biggerAsked
    signal coloursAsked
    signal helpAsked

    implicitHeight: (root.compact ? bar.implicitHeight : row.implicitHeight) + 2 * Theme.space8

    RowLayout {
        id: row
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.rightMargin: Theme.space12
        visible: !root.compact
        spacing: Theme.space4
        Btn {
            objectName: "biggerText"
            kind: Btn.Quiet
            symbol: "textsize"
            text: qsTr("Bigger text")
            onClicked: root.biggerAsked()
        }
        Btn {
            objectName: "colours"
            kind: Btn.Quiet
            symbol: "contrast"
            text: qsTr("Colours")
            onClicked: root.coloursAsked()
        }
        Btn {
            objectName: "help"
            kind: Btn.Quiet
            symbol: "help"
            text: qsTr("Help")
            onClicked: root.helpAsked()
        }
    }
    RowLayout {
        id: bar
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.compact
        spacing: 0
        NavButton {
            objectName: "biggerText"
            symbol: "textsize"
            text: qsTr("Bigger text")
            onClicked: root.biggerAsked()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        NavButton {
            objectName: "colours"
            symbol: "contrast"
            text: qsTr("Colours")
            onClicked: root.coloursAsked()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        NavButton {
            objectName: "help"
            symbol: "help"
            text: qsTr("Help")
            onClicked: root.helpAsked()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
    }
}
