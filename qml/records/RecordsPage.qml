// All records of one kind, with the one that is chosen beside them where there is room. Promises are such a list (ux.md 7.10).
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session
    readonly property string kind: root.details.kind ?? ""
    readonly property bool _beside: root.frame.wide && !Theme.bigText
    property string _key: root.details.key ?? ""
    property bool _adding: false
    property string _shown // what the pane shows: a key, or "new"

    function _open(key: string) {
        if (!root._beside)
            return root.went("record", { kind: root.kind, key: key })
        root._key = key
        root._adding = false
        root.remember({ key: key })
    }
    function _add() {
        if (!root._beside)
            return root.went("record", { kind: root.kind })
        root._adding = true
        root._key = ""
    }
    function _load() {
        const wanted = !root._beside ? "" : root._adding ? "new" : root._key
        if (wanted === root._shown)
            return
        root._shown = wanted
        if (wanted !== "")
            pane.setSource("RecordPane.qml", { session: root.session, frame: root.frame, kind: root.kind, key: root._key, titled: true })
        else
            pane.source = ""
    }
    function _close() {
        root._adding = false
        root._key = ""
        root.remember({ key: "" })
        list.find()
    }

    title: root.kind === "action" ? qsTr("Actions") : list.model.kindLabelPlural
    belongsTo: root.kind === "action" ? "promises" : ""
    topic: root.kind === "action" ? "promises" : "records"
    ownSearch: true
    panes: root._beside ? [list, pane] : [list]
    on_KeyChanged: root._load()
    on_AddingChanged: root._load()
    on_BesideChanged: root._load()
    Component.onCompleted: root._load()

    Shortcut {
        sequence: "Ctrl+N"
        enabled: list.mayCreate
        onActivated: root._add()
    }
    Shortcut {
        sequence: "Ctrl+F"
        onActivated: list.find()
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: root.frame.gutter
        anchors.topMargin: root.frame.compact ? Theme.space12 : 0
        spacing: Theme.space20

        ColumnLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 4
            Layout.rightMargin: root._beside ? 0 : root.frame.gutter
            HelpCheckBanner {
                visible: root.kind === "setting" && !root.frame.low && !Theme.bigText // the list needs the room; KindsPage says it too
                session: root.session
                onNumbersAsked: root.went("numbers", {})
                Layout.fillWidth: true
            }
            RecordList {
                id: list
                focus: true
                session: root.session
                kind: root.kind
                chosen: root._beside ? root._key : ""
                adding: root._beside && root._adding
                onOpened: key => root._open(key)
                onNewAsked: root._add()
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
        Rectangle {
            visible: root._beside
            color: Theme.colours.surface
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 5
            Divider {
                vertical: true
                anchors.left: parent.left
                anchors.top: parent.top
                anchors.bottom: parent.bottom
            }
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(420, parent.width - 2 * Theme.space24)
                visible: pane.status === Loader.Null
                text: qsTr("Choose one to read it here.")
            }
            FocusScope {
                anchors.fill: parent
                Loader {
                    id: pane
                    anchors.fill: parent
                    focus: true
                    onLoaded: if (root._adding) (pane.item as RecordPane)?.forceActiveFocus()
                }
            }
        }
    }
    Connections {
        target: pane.item
        ignoreUnknownSignals: true
        function onSaid(words: string) { root.said(words) }
        function onWent(page: string, details: var) { root.went(page, details) }
        function onSaved(key: string) {
            root._shown = key // it is there already
            root._key = key
            root._adding = false
            root.remember({ key: key })
        }
        function onLeaving() { root._close() }
    }
}
