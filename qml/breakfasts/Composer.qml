// The note being written: the words first, then what it is, what it is about and who could change it (ux.md 7.6). Where the
// system's keyboard takes the room, question, captions and level give way; they are behind "More" then.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Capture capture
    required property Session session
    required property Frame frame
    property bool brief: false   // a phone: level and voice are behind "More"

    signal moreAsked
    signal whoAsked
    signal feedAsked

    readonly property var _kinds: root.capture.session ? root.capture.choices("contribution_kind") : []
    readonly property var _themes: root.capture.session ? root.capture.choices("theme") : []
    readonly property bool tight: root.frame.keyboard > 0 || root.frame.low
    readonly property bool hidesLevel: root.tight || root.brief
    readonly property NoteDraft _draft: root.capture.draft
    readonly property int _gap: root.frame.low ? Theme.space8 : root.tight ? Theme.space12 : root.brief ? Theme.space16 - 2 : Theme.space16 + 2
    readonly property real _top: root.frame.low ? Theme.space8 : root.tight ? 22 : root.brief ? Theme.space16 - 2 : 22

    function write() {
        box.forceActiveFocus(Qt.OtherFocusReason)
    }
    function save() {
        root._draft.text = box.wholeText()
        if (promise.part)
            promise.part.settle()
        root.capture.save()
        root.write()
    }
    function undo() {
        root.capture.undo()
        root.write()
    }
    function redo() {
        root.capture.redo()
        root.write()
    }
    // Made when somebody promises: most notes are none.
    function _lookAtPromise() {
        if (root._draft.promise && promise.status === Loader.Null)
            promise.setSource("PromisePart.qml", { capture: root.capture, session: root.session })
        else if (!root._draft.promise && promise.status !== Loader.Null)
            promise.setSource("")
    }
    // How high it is with all that it shows, the box at its least.
    readonly property real wholeHeight: column.implicitHeight + 2 * root._top + actions.height + root._gap

    Connections {
        target: root._draft
        function onChanged() { root._lookAtPromise() }
        function onReplaced() { box.put(root._draft.text) }
    }

    Scroll {
        id: scroll
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(column.height + root._top + 6, parent.height - actions.height)
        contentHeight: column.height + root._top + 6
        ColumnLayout {
            id: column
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            anchors.topMargin: root._top
            height: Math.max(implicitHeight, Math.min(implicitHeight + 128, root.height - actions.height - root._top - 6))
            spacing: root._gap
            Banner {
                visible: root.session.room.nearlyFull && !root.capture.full
                tone: Theme.colours.warningTone
                symbol: "alert"
                text: root.session.room.words
                Layout.fillWidth: true
            }
            Txt {
                visible: !root.tight
                text: qsTr("What did someone say?")
                textStyle: root.brief ? Theme.h2 : Theme.h1
                heading: true
                Layout.fillWidth: true
            }
            RowLayout {
                visible: root.capture.cameBack && !(root.frame.low && root.frame.keyboard > 0)
                spacing: Theme.space8
                Icon {
                    symbol: "undo"
                    size: 20
                    colour: Theme.colours.infoTone.solid
                }
                Txt {
                    objectName: "cameBack"
                    text: qsTr("Here is the note you were writing.")
                    textStyle: Theme.smallStrong
                    color: Theme.colours.infoTone.solid
                    Layout.fillWidth: true
                }
                Layout.fillHeight: false
            }
            ColumnLayout {
                spacing: Theme.space4
                Layout.fillHeight: true
                TextBox {
                    id: box
                    objectName: "box"
                    focus: true
                    label: qsTr("What did someone say?")
                    labelled: false
                    leastHeight: root.frame.low ? 99 : root.tight ? 104 : 132
                    onEdited: root._draft.text = box.textSoFar()
                    onAccepted: root.save()
                    onUndoAsked: root.undo()
                    onRedoAsked: root.redo()
                    onActiveFocusChanged: if (!box.activeFocus) root.capture.keepNow()
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: box.leastHeight
                    Layout.minimumHeight: box.leastHeight
                }
                BoxLine {
                    problem: root.capture.problem
                    length: root._draft.length
                    limit: root._draft.limit
                    Layout.fillWidth: true
                }
            }
            SaveRow {
                visible: root.frame.low
                inColumn: true
                frame: root.frame
                brief: root.brief
                notes: root.capture.notes
                promise: root._draft.promise
                onSaveAsked: root.save()
                onWhoAsked: root.whoAsked()
                onFeedAsked: root.feedAsked()
                Layout.fillWidth: true
            }
            KindChoice {
                kind: root._draft.kind
                onChosen: kind => root._draft.chooseKind(kind)
                words: root._kinds
                Layout.fillWidth: true
                Layout.fillHeight: false
            }
            GridLayout {
                id: caption
                visible: !root.tight && !root._draft.promise
                columns: about.implicitWidth + later.implicitWidth + columnSpacing <= width ? 2 : 1
                columnSpacing: Theme.space8
                rowSpacing: 0
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.bottomMargin: Theme.space8 - root._gap + 1
                Txt {
                    id: about
                    text: qsTr("What is it about?")
                    textStyle: Theme.strong
                    Layout.fillWidth: caption.columns === 1
                }
                Txt {
                    id: later
                    text: qsTr("You can leave this for later")
                    textStyle: Theme.small
                    color: Theme.colours.muted
                    Layout.fillWidth: true
                }
            }
            ThemeChoice {
                visible: !root._draft.promise
                draft: root._draft
                likely: root.capture.themes
                themes: root._themes
                words: root._kinds
                most: root.tight || root.brief ? 4 : 6
                onMoreAsked: root.moreAsked()
                Layout.fillWidth: true
            }
            LevelChoice {
                visible: !root.hidesLevel && !root._draft.promise
                level: root._draft.level
                onChosen: level => root._draft.level = level
                Layout.fillWidth: true
                Layout.fillHeight: false
            }
            Loader {
                id: promise
                readonly property PromisePart part: promise.item as PromisePart
                visible: root._draft.promise
                Layout.fillWidth: true
            }
        }
    }
    SaveRow {
        id: actions
        visible: !root.frame.low
        height: visible ? implicitHeight : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: root.brief ? undefined : scroll.bottom
        anchors.bottom: root.brief ? parent.bottom : undefined
        frame: root.frame
        brief: root.brief
        above: root._gap - 6
        notes: root.capture.notes
        promise: root._draft.promise
        onSaveAsked: root.save()
        onWhoAsked: root.whoAsked()
        onFeedAsked: root.feedAsked()
    }
}
