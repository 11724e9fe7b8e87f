// What waits for a decision, one row each.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property VersionsModel waiting

    signal asked(key: string)

    EmptyState {
        objectName: "nothingToDecide"
        visible: root.waiting.ready && root.waiting.count === 0
        symbol: "ticks"
        text: qsTr("Nothing to decide. When two people change the same thing, both versions show here.")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space40
    }
    Card {
        visible: root.waiting.count > 0
        Layout.fillWidth: true
        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: 0
            Repeater {
                model: root.waiting
                ListRow {
                    id: row
                    required property int index
                    required property string key
                    required property string sign
                    required text
                    required detail
                    objectName: "waiting" + row.index
                    symbol: row.sign
                    tone: Theme.colours.warningTone
                    divided: row.index + 1 < root.waiting.count
                    place: row.index + 1
                    places: root.waiting.count
                    onClicked: root.asked(row.key)
                    Layout.fillWidth: true
                }
            }
        }
    }
}
