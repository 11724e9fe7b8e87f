// Nobody has used this device yet (ux.md 7.1, empty).
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Frame frame

    signal codeAsked
    signal fileAsked

    Scroll {
        id: scroll
        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.space32)
        ColumnLayout {
            id: column
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(520, scroll.width - 2 * root.frame.gutter)
            spacing: Theme.space24
            Txt {
                text: qsTr("Welcome to Our Table")
                textStyle: root.frame.compact || root.frame.low ? Theme.h1 : Theme.display
                heading: true
                Layout.fillWidth: true
            }
            Txt {
                text: Theme.tablet ? qsTr("This tablet is new. Ask your coordinator for a joining code.")
                                  : qsTr("This device is new. Ask your coordinator for a joining code.")
                textStyle: Theme.lead
                Layout.fillWidth: true
            }
            Btn {
                objectName: "joinWithCode"
                focus: true
                big: true
                symbol: "keyboard"
                text: qsTr("Join with a code")
                onClicked: root.codeAsked()
                Layout.fillWidth: true
            }
            Btn {
                objectName: "joinWithFile"
                kind: Btn.Secondary
                big: true
                symbol: "download"
                text: qsTr("Join with a file")
                onClicked: root.fileAsked()
                Layout.fillWidth: true
            }
        }
    }
}
