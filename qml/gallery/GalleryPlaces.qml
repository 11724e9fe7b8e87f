import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

GalleryPart {
    id: root

    readonly property list<Destination> _places: [
        Destination { key: "today"; text: "Today"; symbol: "today" },
        Destination { key: "breakfasts"; text: "Breakfasts"; symbol: "cup" },
        Destination { key: "actions"; text: "Actions"; symbol: "actions"; count: 3 }
    ]

    caption: "Rows on a card, places to go"

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
    SearchBox {
        id: search
        label: "Search these notes"
        onEdited: search.found = search.text === "" ? -1 : 12
        Layout.fillWidth: true
    }
    Tabs {
        id: tabs
        name: "Parts of this promise"
        current: "what"
        parts: [
            Destination { key: "what"; text: "What was said"; symbol: "quote" },
            Destination { key: "news"; text: "News"; symbol: "chat" }
        ]
        onChosen: key => tabs.current = key
        Layout.fillWidth: true
    }
    TopBar { title: "Breakfast notes"; leadsBack: true; Layout.fillWidth: true }
    TopBar { title: "Today"; count: 3; Layout.fillWidth: true }
    NavBar {
        id: bar
        current: "today"
        destinations: root._places
        onChosen: key => bar.current = key
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.space16
        visible: !Theme.bigText
        Layout.fillWidth: true
        NavRail {
            id: rail
            implicitHeight: 460
            current: bar.current
            destinations: root._places
            onChosen: key => bar.current = key
            Layout.alignment: Qt.AlignTop
        }
        SideBar {
            implicitHeight: 460
            programme: "Living Well Lambeth"
            current: bar.current
            destinations: root._places
            toShare: 6
            onChosen: key => bar.current = key
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
    }
    Score { value: 3 }
    Btn {
        objectName: "openMenu"
        kind: Btn.Secondary
        text: "More to do"
        symbol: "more"
        onClicked: menu.open()
        ActionMenu {
            id: menu
            objectName: "moreMenu"
            name: "More to do"
            ActionItem { text: "Move to"; symbol: "forward"; shortcutWords: "Ctrl+M" }
            ActionItem { objectName: "print"; text: "Print"; symbol: "print"; shortcutWords: "Ctrl+P" }
        }
    }
    Btn {
        objectName: "openSheet"
        kind: Btn.Secondary
        text: "Remove this note"
        onClicked: sheet.open()
    }
    Sheet {
        id: sheet
        objectName: "sheet"
        title: "Remove this note?"
        actionText: "Remove"
        removes: true
        body: Txt { text: "You can get it back at any time." }
    }
}
