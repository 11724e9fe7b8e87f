// The feed in two columns, row by row. Long ones show their newest part first, and more when asked.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Scroll {
    id: root

    required property NoteFeed feed
    required property bool used
    required property int total
    required property string lastKey
    required property Session session

    signal undoAsked
    signal opened(key: string, promise: bool)
    signal menuAsked(card: Item, key: string, echoes: int)

    property int most: root._step // how many the feed has to give
    readonly property int _step: 40
    property real _before: 0
    property int _most: 0

    function showNewest() {
        root.contentY = 0
    }

    contentHeight: flow.height + older.height + Theme.space40
    onContentHeightChanged: {
        const grown = root.contentHeight - root._before
        const fromAbove = root.contentY > 0 && root._before > 0 && root.feed.most === root._most
        root._before = root.contentHeight
        root._most = root.feed.most
        if (fromAbove && grown > 0)
            root.contentY += grown // what is being read stays where it is
    }

    Flow {
        id: flow
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space16
        anchors.topMargin: 2
        spacing: Theme.space12
        Repeater {
            model: root.used ? root.feed : null
            FeedCard {
                id: card
                width: (flow.width - flow.spacing) / 2
                height: implicitHeight
                count: root.total
                session: root.session
                isNew: card.key === root.lastKey
                onUndoAsked: root.undoAsked()
                onMoreAsked: root.opened(card.key, card.promise)
                onMenuAsked: if (!card.promise && !card.takenBack) root.menuAsked(card, card.key, card.echoes)
                onActiveFocusChanged: if (card.activeFocus) root.show(card.y, card.height)
            }
        }
    }
    Btn {
        id: older
        objectName: "older"
        visible: root.used && root.feed.count < root.total
        height: visible ? implicitHeight : 0
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: flow.bottom
        anchors.topMargin: Theme.space12
        kind: Btn.Quiet
        symbol: "down"
        text: qsTr("Show older notes")
        onClicked: root.most += root._step
    }
}
