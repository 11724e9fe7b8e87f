// Which table the feed is of, who writes there, and how much there is.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Item {
    id: root

    required property Capture capture

    implicitHeight: Math.max(70, row.implicitHeight + Theme.space16)

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space20
        anchors.rightMargin: Theme.space20
        spacing: Theme.space12
        TableBadge {
            number: root.capture.table
            chosen: true
            side: 36
        }
        ColumnLayout {
            spacing: 0
            Txt {
                text: qsTr("Table %1").arg(root.capture.table)
                textStyle: Theme.h3
                heading: true
                Layout.fillWidth: true
            }
            Txt {
                text: root.capture.writers
                visible: text !== ""
                textStyle: Theme.caption
                font.weight: Font.Normal
                color: Theme.colours.muted
                maximumLineCount: 4
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        Txt {
            objectName: "feedCount"
            text: qsTr("%n notes", "", root.capture.notes)
            textStyle: Theme.small
            color: Theme.colours.muted
            wrapMode: Text.NoWrap
        }
    }
}
