// What was found for the words of a PersonPick, and "Add new" as the last. Part of it; Tab passes it by, Down leads in.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

Rectangle {
    id: root

    required property string name
    required property var model
    required property string noneText
    required property string newText   // empty: nothing can be added
    required property string newSymbol
    required property string newDetail
    readonly property alias count: list.count

    signal picked(key: string, text: string, flag: string)
    signal newAsked
    signal backAsked                   // upwards, to the field

    // Takes the one thing found if these words are in its name: what is found may be behind what is typed.
    function enter(words: string) {
        list.forceLayout()
        const only = list.count === 1 ? list.itemAtIndex(0) as PickRow : null
        if (only && only.text.toLowerCase().includes(words.toLowerCase()))
            only.clicked()
        else
            root.go(0)
    }

    function go(index: int) {
        list.forceLayout() // rows may have come just now
        if (index < 0)
            root.backAsked()
        else if (index < list.count) {
            list.currentIndex = index
            list.positionViewAtIndex(index, ListView.Contain)
            list.itemAtIndex(index)?.forceActiveFocus(Qt.TabFocusReason)
        } else if (adding.visible)
            adding.forceActiveFocus(Qt.TabFocusReason)
    }

    implicitHeight: column.implicitHeight + 2 * Theme.space4
    radius: Theme.radiusChoice
    color: Theme.colours.surface
    border.width: Theme.border
    border.color: Theme.colours.outline
    Accessible.role: Accessible.List
    Accessible.name: root.name

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: 0
        Txt {
            visible: list.count === 0
            text: root.noneText
            color: Theme.colours.muted
            Layout.fillWidth: true
            Layout.margins: Theme.space12
        }
        ListView {
            id: list
            visible: list.count > 0
            model: root.model
            implicitHeight: Math.min(contentHeight, 5.5 * Math.max(68, list.currentItem?.implicitHeight ?? 68)) // half a row: there is more
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false
            Layout.fillWidth: true
            delegate: PickRow {
                required property int index
                objectName: "found" + index
                width: ListView.view.width
                place: index + 1
                places: list.count
                divided: index + 1 < list.count || adding.visible
                onClicked: root.picked(key, text, flag)
                Keys.onUpPressed: root.go(index - 1)
                Keys.onDownPressed: root.go(index + 1)
            }
        }
        ListRow {
            id: adding
            objectName: "addNew"
            visible: root.newText !== ""
            text: root.newText
            detail: root.newDetail
            symbol: root.newSymbol
            tone: Theme.colours.primaryTone
            leadsOn: false
            divided: false
            focusPolicy: Qt.ClickFocus
            onClicked: root.newAsked()
            Keys.onUpPressed: root.go(list.count - 1)
            Layout.fillWidth: true
        }
    }
}
