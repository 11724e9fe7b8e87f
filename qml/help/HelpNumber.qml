// Whom to ring, and the number, large enough to be read across a table. Dials where the device can.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Item {
    id: root

    required property string words
    required property string number // as people read it; empty: not set up yet
    property string call: "tel:" + root.number.replace(/[^0-9+]/g, "")
    property bool big: false
    property color ink: Theme.colours.text

    readonly property bool _written: root.call.startsWith("sms")
    readonly property bool _dials: Qt.platform.os === "android" || Qt.platform.os === "ios"

    implicitWidth: 280
    implicitHeight: row.implicitHeight + 2 * Theme.space8
    Accessible.role: Accessible.StaticText
    Accessible.name: root.words + " " + shown.text

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space12
        ColumnLayout {
            spacing: 0
            Txt {
                text: root.words
                silent: true
                Layout.fillWidth: true
            }
            Txt {
                id: shown
                text: root.number === "" ? qsTr("Not set up yet") : root.number
                textStyle: root.number === "" ? Theme.strong : root.big ? Theme.stat : Theme.h1
                font.pixelSize: Math.round(Theme.textPixels(textStyle) * (root.big && root.number !== "" ? 1.2 : 1))
                color: root.number === "" ? Theme.colours.muted : root.ink
                maximumLineCount: 3
                elide: Text.ElideRight
                silent: true
                Layout.fillWidth: true
            }
        }
        Btn {
            visible: root._dials && root.number !== ""
            symbol: root._written ? "chat" : "phone"
            text: root._written ? qsTr("Text") : qsTr("Ring")
            onClicked: Qt.openUrlExternally(root.call)
        }
    }
}
