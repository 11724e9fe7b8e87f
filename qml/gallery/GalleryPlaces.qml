import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

GalleryPart {
    caption: "Rows on a card"

    Card {
        padding: Theme.space8
        Layout.fillWidth: true
        ColumnLayout {
            anchors.fill: parent
            spacing: 0
            ListRow {
                text: "Ring Dee about the housing form"
                detail: "After 11"
                symbol: "phone"
                tone: Theme.colours.categories[2]
                tag: "Today"
                tagTone: Theme.colours.accentTone
                place: 1
                places: 3
                Layout.fillWidth: true
            }
            ListRow {
                text: "Check in with Rosa"
                detail: "A text, not a call"
                symbol: "heart"
                tone: Theme.colours.categories[0]
                place: 2
                places: 3
                Layout.fillWidth: true
            }
            ListRow {
                text: "Chosen"
                highlighted: true
                divided: false
                place: 3
                places: 3
                Layout.fillWidth: true
            }
        }
    }
}
