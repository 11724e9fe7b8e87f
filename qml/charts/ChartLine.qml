// One line of a ChartTable, read in one go.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Item {
    id: root

    required property string text
    required property string said
    property bool isHead: false

    implicitHeight: Math.max(36, row.implicitHeight + 2 * Theme.space4)
    Accessible.role: Accessible.Row
    Accessible.name: root.text + ": " + root.said

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space16
        Txt {
            text: root.text
            textStyle: root.isHead ? Theme.smallStrong : Theme.small
            silent: true
            Layout.fillWidth: true
            Layout.preferredWidth: 3
        }
        Txt {
            text: root.said
            textStyle: Theme.smallStrong
            horizontalAlignment: Text.AlignRight
            silent: true
            Layout.fillWidth: true
            Layout.preferredWidth: 2
        }
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
}
