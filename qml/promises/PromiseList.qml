// Promises in their groups: now due, coming up, kept, and what was decided against or let go when somebody unfolds it.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property PromisesModel model
    property string chosen // the key of the one that is shown beside
    property bool beside: false
    property int _revision: 0 // rows know their group when they were read
    property int _reached: 0  // the row that was gone to last
    readonly property int _tabStop: { // it, or the first in sight: rows are filled again, so their order says nothing to Tab
        const first = list.indexAt(list.width / 2, list.contentY + 1)
        const last = list.indexAt(list.width / 2, list.contentY + list.height - 2)
        const gone = root._reached < first || root._reached >= list.count || (last >= 0 && root._reached > last)
        return gone && first >= 0 ? first : root._reached
    }

    signal opened(key: string)

    function _heading(index: int): string {
        const group = root._revision >= 0 ? root.model.groupAt(index) : ""
        return index > 0 && root.model.groupAt(index - 1) === group ? "" : group
    }
    function _take(index: int) {
        if (index < 0 || index >= list.count)
            return
        list.positionViewAtIndex(index, ListView.Contain)
        const line = list.itemAtIndex(index) as PromiseLine
        line?.take()
    }

    Connections {
        target: root.model
        function onDataChanged() { ++root._revision }
        function onBegunAgain() {
            list.positionViewAtBeginning()
            root._reached = 0
        }
    }
    ListView {
        id: list
        objectName: "promises"
        anchors.fill: parent
        model: root.model
        reuseItems: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        Accessible.role: Accessible.List
        Accessible.name: root.model.kindLabelPlural
        delegate: PromiseLine {
            id: line
            required property int index
            width: list.width
            heading: root._heading(index)
            chosen: key === root.chosen
            leadsOn: !root.beside
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
