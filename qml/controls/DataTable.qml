// Rows of records under named columns: sorted, chosen and opened with keys or fingers. Built on rows, as people read a row in one go;
// the model is a list with a role for each column and the role `key`. Its owner sorts.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQml.Models
import OurTable.Theme
import "rows.js" as Rows

FocusScope {
    id: root

    required property string name
    required property var model
    property list<DataColumn> columns    // the first is the name of the row
    property string sortedBy             // a role
    property bool descending: false
    readonly property alias count: list.count
    readonly property var chosen: Rows.keysOf(root._marks) // keys
    default property alias whenEmpty: empty.data

    signal sortAsked(role: string, descending: bool)
    signal opened(key: string)

    property var _marks: ({})            // what is chosen, by key
    property int _anchor: 0              // where a range starts
    readonly property var _columns: Array.from(root.columns)
    readonly property var _shown: root._columns.filter(each => !each.hidden)
    readonly property real _lead: Theme.target + Theme.space8
    readonly property var _widths: Rows.widths(root._shown, Math.max(1, Theme.textScale), root.width - root._lead - head.tail)

    function clearChosen() {
        root._marks = ({})
    }

    function chooseAll() {
        root._marks = Rows.marked({}, root._keys(0, list.count - 1), true)
    }

    function _keys(from: int, to: int): var {
        const keys = []
        for (let i = Math.min(from, to); i <= Math.max(from, to) && i < rows.items.count; ++i)
            keys.push(rows.items.get(i).model.key)
        return keys
    }

    function _toggle(index: int, extend: bool) {
        if (extend)
            root._marks = Rows.marked(root._marks, root._keys(root._anchor, index), true)
        else {
            const keys = root._keys(index, index)
            root._marks = Rows.marked(root._marks, keys, !root._marks[keys[0]])
            root._anchor = index
        }
    }

    function _go(index: int, extend: bool) {
        if (list.count === 0)
            return
        list.currentIndex = Math.max(0, Math.min(list.count - 1, index))
        list.positionViewAtIndex(list.currentIndex, ListView.Contain)
        list.forceLayout()
        list.currentItem.forceActiveFocus(Qt.TabFocusReason)
        if (extend)
            root._marks = Rows.marked({}, root._keys(root._anchor, list.currentIndex), true)
        else
            root._anchor = list.currentIndex
    }

    function _press(event: var) {
        const page = Math.max(1, Math.floor(list.height / 52) - 1)
        const extend = (event.modifiers & Qt.ShiftModifier) !== 0
        const aim = ({ [Qt.Key_Up]: -1, [Qt.Key_Down]: 1, [Qt.Key_PageUp]: -page, [Qt.Key_PageDown]: page, [Qt.Key_Home]: -list.count, [Qt.Key_End]: list.count })[event.key]
        event.accepted = true
        if (aim !== undefined)
            root._go(list.currentIndex + aim, extend)
        else if (event.key === Qt.Key_Space)
            root._toggle(list.currentIndex, extend)
        else if (event.key === Qt.Key_A && event.modifiers & Qt.ControlModifier)
            root.chooseAll()
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            root.opened(root._keys(list.currentIndex, list.currentIndex)[0])
        else if (event.key === Qt.Key_Escape && root.chosen.length > 0)
            root.clearChosen()
        else
            event.accepted = false
    }

    implicitWidth: 600
    implicitHeight: 400
    Accessible.role: Accessible.Table
    Accessible.name: root.name

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.colours.surface
        border.width: Theme.isLight ? 0 : Theme.border
        border.color: Theme.colours.hairline
        Shadow { level: 1 }
    }
    Flickable {
        anchors.fill: parent
        contentWidth: Math.max(width, root._lead + head.tail + Rows.sum(root._widths))
        contentHeight: height
        onContentWidthChanged: contentX = Theme.rightToLeft ? contentWidth - width : 0
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ColumnLayout {
            anchors.fill: parent
            spacing: 0
            DataHeads {
                id: head
                columns: root._columns
                shown: root._shown
                widths: root._widths
                lead: root._lead
                sortedBy: root.sortedBy
                descending: root.descending
                chosen: root.chosen.length
                count: list.count
                onSortAsked: role => root.sortAsked(role, role === root.sortedBy && !root.descending)
                onAllAsked: root.chosen.length === list.count ? root.clearChosen() : root.chooseAll()
                Layout.fillWidth: true
            }
            ListView {
                id: list
                model: rows
                visible: list.count > 0
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                keyNavigationEnabled: false
                Layout.fillWidth: true
                Layout.fillHeight: true
                Keys.onPressed: event => root._press(event)
            }
            ColumnLayout {
                id: empty
                visible: list.count === 0
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.margins: Theme.space24
            }
        }
    }
    DelegateModel {
        id: rows
        model: root.model
        items.onChanged: root._marks = Rows.kept(root._marks, root._keys(0, rows.items.count - 1))
        delegate: DataRow {
            id: row
            required property int index
            required property string key
            required property var model
            width: ListView.view?.width ?? 0
            objectName: "row" + row.key
            record: row.model
            columns: root._shown
            widths: root._widths
            chosen: root._marks[row.key] === true
            stop: ListView.isCurrentItem
            place: row.index + 1
            places: list.count
            onActiveFocusChanged: if (row.activeFocus) list.currentIndex = row.index
            onToggled: extend => {
                list.currentIndex = row.index
                root._toggle(row.index, extend)
            }
            onOpened: {
                row.forceActiveFocus()
                root.opened(row.key)
            }
        }
    }
}
