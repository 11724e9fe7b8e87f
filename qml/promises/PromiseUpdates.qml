// What was said of a promise since, the newest first.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property RowsModel updates

    spacing: Theme.space8

    Txt {
        text: qsTr("How it is going")
        textStyle: Theme.h2
        heading: true
        Layout.fillWidth: true
    }
    Txt {
        objectName: "noUpdates"
        visible: rows.count === 0
        text: qsTr("Nobody has said anything about it yet.")
        color: Theme.colours.muted
        Layout.fillWidth: true
    }
    Repeater {
        id: rows
        model: root.updates
        ColumnLayout {
            id: row
            required property var model
            required property int index
            spacing: Theme.space4
            Layout.fillWidth: true
            Txt {
                objectName: "update" + row.index
                text: row.model.text
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: Theme.space8
                Txt {
                    text: row.model.detail
                    textStyle: Theme.small
                    color: Theme.colours.muted
                    Layout.fillWidth: true
                }
                StandingTag {
                    objectName: "updateTag" + row.index
                    visible: text !== ""
                    text: row.model.tag
                    toneName: row.model.mark
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    Layout.fillWidth: true
                }
            }
            Divider { Layout.fillWidth: true }
        }
    }
}
