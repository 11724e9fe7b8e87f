// The tables of the breakfast, of which one is written at.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Theme

Flow {
    id: root

    required property TablesModel tables
    required property int table

    property bool narrow: false // a phone

    signal chosen(table: int)

    function _go(index: int) {
        repeater.itemAt(Math.max(0, Math.min(repeater.count - 1, index)))?.forceActiveFocus(Qt.TabFocusReason)
    }

    readonly property real _most: repeater.count * (repeater.count > 0 ? (repeater.itemAt(0)?.implicitWidth ?? 62) : 62)

    // In one row.
    readonly property real natural: root._most + Math.max(0, repeater.count - 1) * root.spacing
    spacing: Theme.space8
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Table")

    Repeater {
        id: repeater
        model: root.tables
        TableTab {
            id: tab
            required property int index
            objectName: "table" + tab.number
            narrow: root.narrow
            checked: tab.number === root.table
            onChosen: root.chosen(tab.number)
            Keys.onLeftPressed: root._go(tab.index + (Theme.rightToLeft ? 1 : -1))
            Keys.onRightPressed: root._go(tab.index + (Theme.rightToLeft ? -1 : 1))
        }
    }
}
