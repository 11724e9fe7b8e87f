// One column's name over a DataTable; sorts by it. Part of DataTable.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

Item {
    id: root

    required property DataColumn column
    required property bool sorted
    required property bool descending

    signal sortAsked

    readonly property string _order: !root.sorted ? "" : root.descending ? qsTr("sorted last to first") : qsTr("sorted first to last")

    implicitHeight: Math.max(Theme.target, row.implicitHeight + Theme.space8)
    activeFocusOnTab: root.column.sorts
    Accessible.role: Accessible.ColumnHeader
    Accessible.name: root._order === "" ? root.column.text : root.column.text + ", " + root._order
    Accessible.focusable: root.column.sorts
    Accessible.onPressAction: root.sortAsked()
    Keys.onReturnPressed: root.sortAsked()
    Keys.onEnterPressed: root.sortAsked()
    Keys.onSpacePressed: root.sortAsked()

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space4
        Txt {
            text: root.column.text
            textStyle: Theme.smallStrong
            color: hover.hovered ? Theme.colours.link : Theme.colours.text
            silent: true
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Icon {
            visible: root.sorted
            symbol: root.descending ? "up" : "down"
            size: 18
        }
        Item { Layout.fillWidth: true }
    }
    FocusRing { // as near as the next column allows
        anchors.margins: -2
        corner: Theme.radiusTag
        shown: root.activeFocus
    }
    HoverHandler {
        id: hover
        enabled: !Theme.touch && root.column.sorts
    }
    TapHandler { onTapped: if (root.column.sorts) root.sortAsked() }
}
