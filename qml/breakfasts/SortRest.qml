// The notes that wait, beside the one that is looked at. What arrives from elsewhere comes in at its place.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property SortNotes sorting
    required property SortQueue queue
    required property bool checking

    Accessible.role: Accessible.Grouping
    Accessible.name: head.text

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.sunken
    }
    Txt {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space16
        text: root.checking ? qsTr("Still to read") : qsTr("Still to sort")
        textStyle: Theme.h3
        heading: true
    }
    ListView {
        id: list
        objectName: "rest"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.space8
        anchors.rightMargin: Theme.space8
        anchors.topMargin: Theme.space8
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        model: root.queue
        delegate: ListRow {
            id: row
            required property var model // roles of SortQueue; empty until they are read
            required property int index
            readonly property KindLook _look: KindLook { code: row.model.code ?? "" }
            objectName: "rest" + row.index
            width: ListView.view.width
            text: row.model.text ?? ""
            detail: row.model.where ?? ""
            symbol: row._look.symbol
            tone: row._look.tone
            tag: root.sorting.leftForLater.indexOf(row.model.key) >= 0 ? qsTr("Later")
                : root.checking && (row.model.own ?? false) ? qsTr("Yours") : ""
            tagBelow: true
            place: row.index + 1
            places: list.count
            highlighted: row.model.key === root.sorting.key
            leadsOn: false
            onClicked: root.sorting.look(row.model.key)
            Keys.onUpPressed: list.step(row.index - 1)
            Keys.onDownPressed: list.step(row.index + 1)
        }
        ScrollMark { of: list }

        function step(index: int) {
            if (index < 0 || index >= list.count)
                return
            list.currentIndex = index
            list.positionViewAtIndex(index, ListView.Contain)
            list.itemAtIndex(index)?.forceActiveFocus(Qt.TabFocusReason)
        }
    }
}
