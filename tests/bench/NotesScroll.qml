// The list that is scrolled: as the app's own lists are, one row a note.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Controls
import OurTable.Theme

Rectangle {
    id: root

    required property var notes // a RecordListModel

    color: Theme.colours.canvas
    ListView {
        id: list
        objectName: "list"
        anchors.fill: parent
        model: root.notes
        reuseItems: true
        clip: true
        delegate: ListRow {
            id: row
            required property int index
            required property var words  // nothing until it is fetched
            required property var about
            width: list.width
            text: row.words ?? ""
            detail: row.about ?? ""
            symbol: "quote"
            place: row.index + 1
            places: list.count
        }
    }
}
