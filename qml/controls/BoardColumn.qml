// One step of a Board and its cards. Up, Down, Home and End go along them; Tab comes in once. Part of Board.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

FocusScope {
    id: root

    required property string title
    required property string hint
    required property var model
    required property string chosenKey
    readonly property alias count: list.count
    readonly property alias current: list.currentIndex

    signal chosen(key: string)
    signal menuAsked(key: string, at: Item)
    signal entered

    // Gives the card of this index the focus, or the last.
    function go(index: int) {
        if (list.count === 0)
            return
        list.currentIndex = Math.max(0, Math.min(list.count - 1, index))
        list.positionViewAtIndex(list.currentIndex, ListView.Contain)
        list.forceLayout()
        list.currentItem.forceActiveFocus(Qt.TabFocusReason)
    }

    function askMenu() {
        (list.currentItem as BoardCard)?.menuAsked()
    }

    implicitWidth: 230
    implicitHeight: 400
    onActiveFocusChanged: if (root.activeFocus) root.entered()
    Keys.onUpPressed: root.go(list.currentIndex - 1)
    Keys.onDownPressed: root.go(list.currentIndex + 1)
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_Home && event.key !== Qt.Key_End)
            return
        root.go(event.key === Qt.Key_Home ? 0 : list.count - 1)
        event.accepted = true
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusNote
        color: Theme.colours.sunken
        border.width: Theme.isContrast ? Theme.border : 0
        border.color: Theme.colours.hairline
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space4
        RowLayout {
            spacing: Theme.space8
            Layout.topMargin: Theme.space8
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space12
            Txt {
                text: root.title
                textStyle: Theme.strong
                heading: true
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
            }
            Rectangle {
                implicitWidth: Math.max(implicitHeight, number.implicitWidth + 2 * Theme.space8)
                implicitHeight: number.implicitHeight + Theme.space4
                radius: height / 2
                color: Theme.colours.surface
                Txt {
                    id: number
                    anchors.centerIn: parent
                    text: list.count
                    textStyle: Theme.caption
                    Accessible.name: qsTr("%n here", "cards in a column", list.count)
                }
            }
            Item { Layout.fillWidth: true }
        }
        Txt {
            text: root.hint
            visible: root.hint !== ""
            textStyle: Theme.small
            color: Theme.colours.muted
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space12
        }
        ListView {
            id: list
            model: root.model
            topMargin: Theme.space8
            bottomMargin: Theme.space8
            spacing: Theme.space8
            clip: true
            readonly property OutOfSight outOfSight: OutOfSight { of: list }
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: root.title
            delegate: BoardCard {
                id: card
                required property int index
                anchors.left: parent?.left
                anchors.right: parent?.right
                anchors.margins: Theme.space8
                objectName: "card" + card.key
                chosen: card.key === root.chosenKey
                stop: ListView.isCurrentItem
                place: card.index + 1
                places: list.count
                onActiveFocusChanged: if (card.activeFocus) list.currentIndex = card.index
                onClicked: {
                    list.currentIndex = card.index
                    root.chosen(card.key)
                }
                onMenuAsked: {
                    list.currentIndex = card.index
                    root.menuAsked(card.key, card)
                }
            }
        }
    }
}
