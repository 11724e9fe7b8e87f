// Finding anything by its words (ux.md 6.3, Ctrl+K): hits while somebody types, whatever kind they are. Return opens the first.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session
    readonly property bool _asked: found.words.trim() !== ""

    function _open(index: int) {
        if (index < 0 || index >= list.count)
            return
        const hit = list.itemAtIndex(index) as FoundRow
        if (!hit || hit.page === "")
            return // not read yet
        root.remember({ words: found.words }) // the way back leads to the same hits
        root.went(hit.page, hit.page === "record" ? { kind: hit.kindName, key: hit.key } : { key: hit.key })
    }
    function _step(index: int) {
        if (index < 0)
            return search.forceActiveFocus(Qt.TabFocusReason)
        if (index >= list.count)
            return
        list.positionViewAtIndex(index, ListView.Contain)
        list.itemAtIndex(index)?.forceActiveFocus(Qt.TabFocusReason)
    }

    title: qsTr("Find anything")
    topic: "records"
    ownSearch: true
    panes: [search, list]

    Component.onCompleted: {
        search.text = root.details.words ?? ""
        found.words = search.text
    }

    AnythingFound {
        id: found
        session: root.session
        onBegunAgain: list.positionViewAtBeginning()
    }
    Shortcut {
        sequences: ["Ctrl+F"]
        onActivated: search.forceActiveFocus(Qt.ShortcutFocusReason)
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: root.frame.gutter
        anchors.rightMargin: root.frame.gutter
        anchors.topMargin: root.frame.compact ? Theme.space12 : 0
        spacing: Theme.space12

        SearchBox {
            id: search
            objectName: "find"
            focus: true // somebody asked to type here
            label: qsTr("Words or a name")
            found: root._asked && found.ready ? found.count : -1
            onEdited: found.words = search.text
            onAccepted: root._open(0)
            Keys.onDownPressed: root._step(0)
            Layout.fillWidth: true
            Layout.maximumWidth: 720
        }
        Banner {
            visible: found.problem !== ""
            tone: Theme.colours.warningTone
            symbol: "alert"
            text: found.problem
            Layout.fillWidth: true
            Layout.maximumWidth: 720
        }
        EmptyState {
            objectName: "nothing"
            visible: list.count === 0 && (!root._asked || found.ready)
            symbol: "search"
            text: root._asked ? qsTr("Nothing holds these words. Try fewer of them, or only the start of one.")
                              : qsTr("Type words that somebody wrote down, or a name. Everything that you may read is looked through.")
            Layout.fillWidth: true
            Layout.maximumWidth: 720
            Layout.margins: Theme.space16
        }
        Txt {
            objectName: "more"
            visible: list.count >= found.most
            text: qsTr("These are the first %1. One more word brings fewer.").arg(found.most)
            textStyle: Theme.small
            color: Theme.colours.muted
            Layout.fillWidth: true
        }
        ListView {
            id: list
            objectName: "found"
            model: found
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumWidth: 720
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What was found")
            delegate: FoundRow {
                required property int index
                objectName: "found" + index
                width: list.width
                place: index + 1
                places: list.count
                onClicked: root._open(index)
                onActiveFocusChanged: if (activeFocus) list.positionViewAtIndex(index, ListView.Contain)
                Keys.onUpPressed: root._step(index - 1)
                Keys.onDownPressed: root._step(index + 1)
            }
        }
    }
}
