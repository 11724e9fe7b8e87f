// What was written down at a breakfast: how much of each kind, and at which table.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property BreakfastSummary summary

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space12
        Txt {
            width: parent.width
            text: qsTr("Notes")
            textStyle: Theme.h2
            heading: true
        }
        Flow {
            visible: root.summary.notes.count > 0
            width: parent.width
            spacing: Theme.space8
            Repeater {
                model: root.summary.notes
                Tag {
                    id: kind
                    required property var model // roles of RowsModel
                    readonly property KindLook _look: KindLook { code: kind.model.sign }
                    width: Math.min(implicitWidth, root.width - 2 * root.padding)
                    text: qsTr("%1: %2", "kind of note and how many").arg(kind.model.text).arg(kind.model.amount)
                    tone: kind._look.tone
                    symbol: kind._look.symbol
                }
            }
        }
        Txt {
            objectName: "takenBack"
            visible: root.summary.takenBack !== ""
            width: parent.width
            text: root.summary.takenBack
            textStyle: Theme.small
            color: Theme.colours.muted
        }
        Repeater {
            model: root.summary.tables
            Row {
                id: table
                required property var model // roles of RowsModel
                width: root.width - 2 * root.padding
                spacing: Theme.space12
                TableBadge {
                    id: badge
                    number: table.model.amount
                }
                Column {
                    width: parent.width - badge.width - parent.spacing
                    spacing: 2
                    Txt {
                        width: parent.width
                        text: table.model.detail === "" ? table.model.text : table.model.text + ". " + table.model.detail
                        textStyle: Theme.label
                    }
                    Txt {
                        width: parent.width
                        text: table.model.tag
                        textStyle: Theme.small
                        color: Theme.colours.muted
                    }
                }
            }
        }
    }
}
