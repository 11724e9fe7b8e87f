// The records of one kind: looked for by words, narrowed by where they stand, and those that were removed.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Session session
    required property string kind
    property string chosen // the key of the one that is shown beside
    property bool adding: false // a new one is shown beside
    readonly property alias model: records
    readonly property bool mayCreate: root.session.may(root.kind, "create")
    property int _revision: 0 // rows know their group when they were read
    property int _reached: 0  // the row that was gone to last
    readonly property int _tabStop: { // it, or the first in sight: rows are filled again, so their order says nothing to Tab
        const first = list.indexAt(list.width / 2, list.contentY + 1)
        const last = list.indexAt(list.width / 2, list.contentY + list.height - 2)
        const gone = root._reached < first || root._reached >= list.count || (last >= 0 && root._reached > last)
        return gone && first >= 0 ? first : root._reached
    }

    signal opened(key: string)
    signal newAsked
    signal said(words: string)

    function find() {
        search.forceActiveFocus(Qt.TabFocusReason)
    }
    function _heading(index: int): string {
        const group = root._revision >= 0 ? records.groupAt(index) : ""
        return index > 0 && records.groupAt(index - 1) === group ? "" : group
    }
    function _take(index: int) {
        if (index < 0 || index >= list.count)
            return
        list.positionViewAtIndex(index, ListView.Contain)
        const line = list.itemAtIndex(index) as RecordLine
        line?.take()
    }

    RecordsModel {
        id: records
        session: root.session
        kind: root.kind
        onDataChanged: ++root._revision
        onBegunAgain: {
            list.positionViewAtBeginning()
            root._reached = 0
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12

        GridLayout {
            id: tools
            readonly property bool narrow: root.width < 28 * Theme.textPixels(Theme.body) // the field has a line of its own
            columns: root.width < 18 * Theme.textPixels(Theme.body) ? 1 : 2
            columnSpacing: Theme.space8
            rowSpacing: Theme.space8
            SearchBox {
                id: search
                objectName: "find"
                focus: !Theme.touch // no keyboard over a list that somebody came to read
                label: qsTr("Search this list")
                found: records.words !== "" && records.ready ? records.count : -1
                onEdited: records.words = search.text
                Layout.fillWidth: true
                Layout.columnSpan: tools.narrow ? tools.columns : 1
            }
            Btn {
                objectName: "filter"
                kind: Btn.Secondary
                symbol: "filter"
                text: filters.visible ? qsTr("Hide filter") : qsTr("Filter")
                onClicked: filters.visible = !filters.visible
                Layout.fillWidth: tools.narrow
                Layout.alignment: Qt.AlignBottom // beside the field, under its label
            }
            Btn {
                objectName: "addNew"
                visible: root.mayCreate && !records.removed
                kind: Btn.Accent
                symbol: "plus"
                text: qsTr("Add new")
                onClicked: root.newAsked()
                Layout.columnSpan: tools.narrow || tools.columns === 1 ? 1 : 2
                Layout.fillWidth: tools.narrow
                Accessible.name: qsTr("%1. %2").arg(text).arg(records.kindLabel)
            }
        }
        Scroll {
            id: filters
            visible: false
            contentHeight: choices.implicitHeight
            implicitHeight: Math.min(choices.implicitHeight, root.height / 2)
            Layout.fillWidth: true
            RecordFilters {
                id: choices
                width: filters.width
                model: records
                ordered: root.kind !== "action"
            }
        }
        Banner {
            visible: records.problem !== ""
            tone: Theme.colours.warningTone
            symbol: "alert"
            text: records.problem
            Layout.fillWidth: true
        }
        Banner {
            objectName: "unfinished"
            visible: records.writingNew && root.mayCreate && !root.adding && !records.removed
            symbol: "edit"
            title: qsTr("You were writing a new one")
            text: qsTr("It is kept on this device until you save it.")
            Layout.fillWidth: true
            Btn {
                objectName: "goOn"
                kind: Btn.Secondary
                text: qsTr("Go on writing")
                onClicked: root.newAsked()
            }
        }
        EmptyState {
            objectName: "nothing"
            visible: records.ready && records.count === 0
            symbol: records.words !== "" ? "search" : "layers"
            text: records.words !== "" ? qsTr("Nothing here holds these words. Try fewer of them.")
                : records.removed ? qsTr("Nothing was removed.")
                : records.stateFilter !== "" ? qsTr("None of them stands there now.")
                : root.kind === "action" ? qsTr("No promises yet. They appear here when someone makes one at a breakfast.")
                : root.mayCreate ? qsTr("Nothing here yet. Add the first one.")
                : qsTr("Nothing here yet. Your coordinator will add the first one.")
            Layout.fillWidth: true
            Layout.margins: Theme.space16
        }
        ListView {
            id: list
            objectName: "records"
            model: records
            reuseItems: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: records.kindLabelPlural
            delegate: RecordLine {
                id: line
                required property int index
                width: list.width
                heading: root._heading(index)
                chosen: key === root.chosen
                tabStop: index === root._tabStop
                place: index + 1
                places: list.count
                ListView.onPooled: line.visible = false // or Tab would find a row that nobody sees
                ListView.onReused: line.visible = true
                onOpened: root.opened(key)
                onStepped: step => root._take(index + step)
                onReached: {
                    root._reached = index
                    list.positionViewAtIndex(index, ListView.Contain)
                }
            }
        }
    }
}
