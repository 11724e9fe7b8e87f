// The promises with what narrows them: search, filters, and below the list or the table.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Session session
    required property bool asTable
    required property string chosen
    required property bool beside // one is shown beside
    property string told          // about the chosen ones
    readonly property alias model: promises
    readonly property bool mayCreate: root.session.may("action", "create")

    signal opened(key: string)
    signal newAsked
    signal asked(words: string) // how many were asked

    function find() {
        search.forceActiveFocus(Qt.TabFocusReason)
    }
    function _show() {
        view.setSource(root.asTable ? "PromiseTable.qml" : "PromiseList.qml", { model: promises, chosen: root.chosen, beside: root.beside })
        promises.sortBy("", false)
    }

    onAsTableChanged: root._show()
    onChosenChanged: if (view.item) view.item.chosen = root.chosen
    onBesideChanged: if (view.item) view.item.beside = root.beside
    Component.onCompleted: root._show()

    PromisesModel {
        id: promises
        session: root.session
        onAsked: words => root.asked(words)
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12

        GridLayout {
            id: tools
            readonly property bool narrow: root.width < 36 * Theme.textPixels(Theme.body) // the field has a line of its own
            columns: root.width < 18 * Theme.textPixels(Theme.body) ? 1 : tools.narrow ? 2 : 3
            columnSpacing: Theme.space8
            rowSpacing: Theme.space8
            SearchBox {
                id: search
                objectName: "find"
                focus: !Theme.touch // no keyboard over a list that somebody came to read
                label: qsTr("Search promises")
                found: promises.words !== "" && promises.ready ? promises.count : -1
                onEdited: promises.words = search.text
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
                visible: root.mayCreate
                kind: Btn.Secondary
                symbol: "plus"
                text: promises.writingNew ? qsTr("Go on writing") : qsTr("Add new")
                onClicked: root.newAsked()
                Layout.fillWidth: tools.narrow
                Layout.alignment: Qt.AlignBottom
                Accessible.name: qsTr("%1. %2").arg(text).arg(promises.kindLabel)
            }
        }
        Scroll {
            id: filters
            visible: false
            contentHeight: choices.implicitHeight
            implicitHeight: Math.min(choices.implicitHeight, root.height / 2)
            Layout.fillWidth: true
            PromiseFilters {
                id: choices
                width: filters.width
                session: root.session
                model: promises
            }
        }
        Banner {
            visible: promises.problem !== ""
            tone: Theme.colours.warningTone
            symbol: "alert"
            text: promises.problem
            Layout.fillWidth: true
        }
        Banner {
            objectName: "asked"
            visible: text !== ""
            symbol: "tick"
            text: root.told
            Layout.fillWidth: true
        }
        EmptyState {
            objectName: "nothing"
            visible: promises.ready && promises.count === 0
            symbol: promises.words !== "" ? "search" : "actions"
            text: promises.words !== "" ? qsTr("Nothing here holds these words. Try fewer of them.")
                : promises.removed ? qsTr("Nothing was removed.")
                : promises.narrow || promises.foldedCount > 0 ? qsTr("None of them fits. Choose fewer filters.")
                : qsTr("No promises yet. They appear here when someone makes one at a breakfast.")
            Layout.fillWidth: true
            Layout.margins: Theme.space16
        }
        Loader {
            id: view
            visible: promises.count > 0 || !promises.ready
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Item {
            visible: !view.visible
            Layout.fillHeight: true
        }
        Btn {
            objectName: "fold"
            visible: promises.foldedCount > 0 && !promises.removed && promises.standing === ""
            kind: Btn.Quiet
            symbol: promises.folded ? "down" : "up"
            text: promises.folded ? qsTr("Show decided not to, and let go: %1").arg(promises.foldedCount) : qsTr("Hide decided not to, and let go")
            onClicked: promises.folded = !promises.folded
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
    }
    Connections {
        target: view.item
        ignoreUnknownSignals: true
        function onOpened(key: string) { root.opened(key) }
    }
}
