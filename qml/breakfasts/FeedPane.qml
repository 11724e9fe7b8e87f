// What was said at the table so far, the newest first: one column, or two under the composer of a tablet held upright. Whatever
// arrives from elsewhere comes in above without moving what is being read.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Capture capture
    required property NoteFeed feed
    property bool twoColumns: false
    readonly property bool menuOpen: menu.opened
    readonly property int most: root.twoColumns ? columns.most : 0 // how many rows the feed has to give; 0 all
    property string startAt        // key of the row to begin with; empty the newest

    signal undoAsked
    signal opened(key: string, promise: bool)
    signal takeBackAsked(key: string)
    signal movedTo(key: string)    // the first row in sight, once it rests

    function showNewest() {
        list.positionViewAtBeginning()
        columns.showNewest()
    }
    function _restore() {
        const row = root.startAt === "" ? -1 : root.feed.rowOf(root.startAt)
        if (row > 0)
            list.positionViewAtIndex(row, ListView.Beginning)
    }

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Notes at table %1").arg(root.capture.table)

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.sunken
    }
    FeedHead {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        capture: root.capture
    }
    EmptyState {
        visible: root.feed.ready && root.feed.count === 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.margins: Theme.space24
        symbol: "edit"
        text: qsTr("Nothing written yet. The first note will show here.")
    }
    ListView {
        id: list
        objectName: "feed"
        visible: !root.twoColumns
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        clip: true
        model: root.twoColumns ? null : root.feed
        spacing: Theme.space12
        topMargin: 2
        bottomMargin: Theme.space20
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 600
        keyNavigationEnabled: false
        onMovementEnded: root.movedTo(list.atYBeginning ? "" : (list.itemAt(list.width / 2, list.contentY + 1) as FeedRow)?.key ?? "")
        onCountChanged: if (root.startAt !== "") root._restore()
        delegate: FeedRow {
            id: row
            width: list.width
            count: list.count
            session: root.capture.session
            isNew: row.key === root.capture.lastKey
            onUndoAsked: root.undoAsked()
            onMoreAsked: root.opened(row.key, row.promise)
            onMenuAsked: if (!row.promise && !row.takenBack) menu.openOver(row, row.key, row.echoes)
            onFocused: list.positionViewAtIndex(row.index, ListView.Contain)
        }
        ScrollMark { of: list }
    }
    FeedColumns {
        id: columns
        visible: root.twoColumns
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        feed: root.feed
        used: root.twoColumns
        total: root.capture.notes
        lastKey: root.capture.lastKey
        session: root.capture.session
        onUndoAsked: root.undoAsked()
        onOpened: (key, promise) => root.opened(key, promise)
        onMenuAsked: (card, key, echoes) => menu.openOver(card, key, echoes)
    }
    Echoes {
        id: echoes
        session: root.capture.session
        note: menu.key
        onSaid: words => live.say(words)
    }
    LiveLine { id: live }
    NoteMenu {
        id: menu
        onEchoAsked: by => echoes.step(by)
        onMoreAsked: root.opened(menu.key, false)
        onTakeBackAsked: root.takeBackAsked(menu.key)
    }
}
