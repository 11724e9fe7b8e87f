// Places for a locked copy, or copies that were found: one tap chooses.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls

Card {
    id: root

    required property CopyPlaces places
    property string symbol
    property bool busy: false

    signal chosen(path: string)

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0
        Repeater {
            model: root.places.rows
            ListRow {
                id: row
                required property int index
                required property string key
                required text
                required detail
                objectName: "place" + row.index
                enabled: !root.busy
                symbol: root.symbol
                divided: row.index + 1 < root.places.rows.count
                place: row.index + 1
                places: root.places.rows.count
                onClicked: root.chosen(row.key)
                Layout.fillWidth: true
            }
        }
    }
}
