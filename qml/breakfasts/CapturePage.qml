// Breakfast notes: what people say, written down table by table (ux.md 7.6). Four layouts: a phone (the notes are a pane of their
// own), a tablet held upright (notes below), a tablet or desktop (notes beside), and a low window (one column that scrolls). The
// notes of a breakfast that is over are for reading, until somebody adds to them or words that nobody saved wait in the box.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Page {
    id: root

    required property Session session

    readonly property bool _beside: root.frame.wide
    readonly property bool _single: root.frame.compact || (root.frame.low && !root._beside)
    readonly property real _room: root.height - strip.height
    property bool _adding: false // to what is over
    readonly property bool _over: root.details.reading ?? false
    readonly property bool _toRead: root._over && !root._adding
    property bool _reading: root._toRead // the notes, where they are a pane of their own
    readonly property bool _sheet: more.opened || who.opened || finish.opened || takeBack.opened || feed.menuOpen

    function _openNote(key: string, promise: bool) {
        capture.keepNow()
        if (promise)
            root.went("promises", { key: key })
        else
            root.went("note", { key: key })
    }
    function _back() {
        if (root._reading && !root._toRead)
            root._write()
        else if (root.leadsBack)
            root.leaving()
        else
            root.went("breakfasts", {})
    }
    function _write() {
        root._reading = false
        composer.write()
    }

    title: qsTr("Breakfast notes")
    ownHeader: true
    ownKeys: true
    topic: "capture"
    belongsTo: "breakfasts"
    panes: root._toRead ? [strip, feed] : root._single ? [strip, root._reading ? feed : composer] : [strip, composer, feed]
    Component.onCompleted: if (root.details.table) capture.chooseTable(root.details.table)

    Capture {
        id: capture
        session: root.session
        breakfast: root.details.key ?? ""
        begins: !root._over
        onSaid: words => root.said(words)
        onCameBackChanged: if (capture.cameBack) root._adding = true
        onBreakfastChanged: if (capture.ready) root.remember({ key: capture.breakfast })
        onTableChanged: root.remember({ table: capture.table, at: "" })
        onSaved: {
            feed.showNewest()
            composer.write()
        }
    }
    NoteFeed {
        id: notes
        session: root.session
        breakfast: capture.ready ? capture.breakfast : ""
        table: capture.table
        newest: capture.lastKey
        most: feed.most
    }
    CaptureKeys {
        enabled: !root._sheet && !root._toRead && capture.ready
        onKindChosen: kind => capture.draft.chooseKind(kind)
        onTableChosen: table => capture.chooseTable(table)
        onSaveAsked: composer.save()
        onUndoAsked: composer.undo()
        onRedoAsked: composer.redo()
    }

    LiveStrip {
        id: strip
        visible: !capture.missing && !(root.frame.low && root.frame.keyboard > 0)
        height: visible ? implicitHeight : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        capture: capture
        sharing: root.session.sharing
        frame: root.frame
        leadsOut: root._reading && !root._toRead
        over: root._over
        onBackAsked: root._back()
        onSharingAsked: root.went("sharing", {})
        onFinishAsked: finish.begin()
        onHelpAsked: root.went("help", { topic: root.topic })
        onHideAsked: root.session.hidden = true
        onLockAsked: root.session.lock()
    }
    Composer {
        id: composer
        focus: true
        visible: !capture.missing && !root._reading && !root._toRead
        anchors.left: parent.left
        anchors.top: strip.bottom
        width: root._beside ? root.width - 397 : root.width
        height: root._beside || root._single ? root._room : Math.min(composer.wholeHeight, 0.66 * root._room)
        capture: capture
        session: root.session
        frame: root.frame
        brief: root._single
        onMoreAsked: more.begin()
        onWhoAsked: who.begin()
        onFeedAsked: root._reading = true
    }
    Divider {
        visible: root._beside && feed.visible && !root._toRead
        vertical: true
        anchors.left: composer.right
        anchors.top: strip.bottom
        anchors.bottom: parent.bottom
    }
    FeedPane {
        id: feed
        visible: !capture.missing && (root._reading || root._toRead || !root._single)
        anchors.left: root._beside && !root._toRead ? composer.right : parent.left
        anchors.leftMargin: root._beside && !root._toRead ? 1 : 0
        anchors.right: parent.right
        anchors.top: root._beside || root._single || root._toRead ? strip.bottom : composer.bottom
        anchors.bottom: finishing.top
        capture: capture
        feed: notes
        twoColumns: !root._beside && !root._single && !root._toRead
        startAt: root.details.at ?? ""
        onUndoAsked: {
            root._reading = false
            composer.undo()
        }
        onOpened: (key, promise) => root._openNote(key, promise)
        onTakeBackAsked: key => takeBack.ask(key)
        onMovedTo: key => root.remember({ at: key })
    }
    FeedFoot {
        id: finishing
        visible: root._over ? root._toRead && root.session.may("contribution", "create")
            : feed.visible && (root._single || root.frame.keyboard === 0)
        anchors.left: feed.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        frame: root.frame
        over: root._over
        finishes: root._single
        onFinishAsked: finish.begin()
        onHarvestAsked: {
            capture.keepNow()
            root.went("harvest", { key: capture.breakfast, table: capture.table })
        }
        onAddAsked: {
            root._adding = true
            root._write()
        }
    }
    NoBreakfast {
        visible: capture.missing
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: root.frame.gutter
        onStartAsked: root.went("start", {})
        onBackAsked: root._back()
    }

    MoreSheet {
        id: more
        capture: capture
        withLevel: composer.hidesLevel
        withVoice: root._single
        onClosed: composer.write()
    }
    WhoSheet {
        id: who
        capture: capture
        onClosed: composer.write()
    }
    TakeBackSheet {
        id: takeBack
        session: root.session
        onSaid: words => root.said(words)
    }
    FinishSheet {
        id: finish
        session: root.session
        breakfast: capture.breakfast
        onFinished: root.went("today", {})
    }
}
