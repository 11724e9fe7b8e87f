// One row of a DataTable. Assistive technology reads it in one go, or cell by cell; its mark chooses it, the rest opens it. Part of
// DataTable.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Theme
import "words.js" as Words

Item {
    id: root

    required property var record      // the model's row; null once that has gone, a moment before this does
    required property var columns     // those that are shown
    required property var widths
    required property bool chosen
    required property bool stop       // where Tab comes in
    required property int place
    required property int places

    signal toggled(extend: bool)
    signal opened

    function _told(): string {
        const parts = []
        for (let i = 0; i < cells.count; ++i) {
            const cell = cells.itemAt(i) as DataCell
            if (cell && cell.spoken !== "")
                parts.push(i === 0 ? cell.spoken : cell.Accessible.name)
        }
        return Words.spoken([...parts, root.chosen ? qsTr("Chosen") : "", qsTr("%1 of %2").arg(root.place).arg(root.places)])
    }

    implicitHeight: Math.max(52, row.implicitHeight + 2 * Theme.space8)
    activeFocusOnTab: root.activeFocus || root.stop
    Accessible.role: Accessible.Row
    Accessible.name: root._told()
    Accessible.focusable: true
    Accessible.checkable: true
    Accessible.checked: root.chosen
    Accessible.onPressAction: root.opened()
    Accessible.onToggleAction: root.toggled(false)

    Rectangle {
        anchors.fill: parent
        color: root.chosen ? Theme.colours.selected : hover.hovered ? Theme.colours.sunken : "transparent"
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
    HoverHandler {
        id: hover
        enabled: !Theme.touch
    }
    TapHandler { onTapped: root.opened() }
    Row {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        Item {
            implicitWidth: Theme.target + Theme.space8
            implicitHeight: Math.max(mark.implicitHeight, root.height - 2 * Theme.space8)
            CheckMark {
                id: mark
                anchors.centerIn: parent
                checked: root.chosen
            }
            TapHandler {
                gesturePolicy: TapHandler.ReleaseWithinBounds // takes the tap from the row
                onTapped: (point, button) => root.toggled((point.modifiers & Qt.ShiftModifier) !== 0)
            }
        }
        Repeater {
            id: cells
            model: root.columns
            DataCell {
                required property DataColumn modelData
                required property int index
                anchors.verticalCenter: parent?.verticalCenter
                width: root.widths[index]
                column: modelData
                value: root.record?.[modelData.role] ?? ""
                most: modelData.ofRole === "" ? 0 : root.record?.[modelData.ofRole] ?? 0
                tone: modelData.tones[root.record?.[modelData.toneRole]] ?? Theme.colours.neutralTone
            }
        }
    }
    Rectangle { // within the row, as rows have no gap between them
        anchors.fill: parent
        anchors.margins: 1
        visible: root.activeFocus
        radius: Theme.radiusTag
        color: "transparent"
        border.width: Theme.focusWidth
        border.color: Theme.colours.focus
    }
}
