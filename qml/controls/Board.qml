// People or things by the step they are at, a column a step, without dragging: each card has a menu "Move to", also with Ctrl+M.
// Left and Right go between columns. A narrow place shows one column under the names of the steps.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQml.Models
import OurTable.Theme

FocusScope {
    id: root

    required property string name
    required property var steps       // [{ key, text, hint, model }], the models as BoardCard needs them
    property string chosenKey

    signal chosen(key: string)
    signal moveAsked(key: string, step: string)

    property int _step: 0              // where the keyboard is; the column that a narrow place shows
    property string _moving: ""
    readonly property bool _narrow: root.width < 600
    readonly property real _columnWidth: Math.max(230, 14 * Theme.textPixels(Theme.small))

    function _column(step: int): BoardColumn {
        return columns.itemAt(step) as BoardColumn
    }

    // To the next column that has a card, at the same height.
    function _across(by: int) {
        const from = root._column(root._step).current
        for (let step = root._step + by; step >= 0 && step < root.steps.length; step += by) {
            if (root._column(step).count > 0) {
                root._step = step
                root._column(step).go(from)
                return
            }
        }
    }

    function _askMenu(key: string, at: Item) {
        root._moving = key
        menu.parent = at
        menu.open()
    }

    function _show(step: int) {
        const column = root._column(step)
        if (!root._narrow && column)
            flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, Math.max(column.x + column.width - flick.width, Math.min(column.x, flick.contentX))))
    }

    implicitWidth: 600
    implicitHeight: 480 + (root._narrow ? choices.implicitHeight : 0)
    Accessible.role: Accessible.Grouping
    Accessible.name: root.name
    Keys.onLeftPressed: root._across(Theme.rightToLeft ? 1 : -1)
    Keys.onRightPressed: root._across(Theme.rightToLeft ? -1 : 1)
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_M || !(event.modifiers & Qt.ControlModifier))
            return
        root._column(root._step).askMenu()
        event.accepted = true
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12
        LikelyChoices {
            id: choices
            visible: root._narrow
            name: root.name
            value: root.steps[root._step]?.key ?? ""
            options: root._narrow ? root.steps.map(step => ({ text: step.text, detail: "", value: step.key })) : []
            onChosen: value => root._step = root.steps.findIndex(step => step.key === value)
            Layout.fillWidth: true
        }
        Flickable {
            id: flick
            contentWidth: Math.max(width, root._narrow ? 0 : row.implicitWidth)
            contentHeight: height
            onContentWidthChanged: contentX = Theme.rightToLeft ? contentWidth - width : 0
            flickableDirection: Flickable.HorizontalFlick
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            Row {
                id: row
                anchors.fill: parent
                spacing: Theme.space12
                Repeater {
                    id: columns
                    model: root.steps
                    BoardColumn {
                        id: column
                        required property var modelData
                        required property int index
                        objectName: "step" + column.modelData.key
                        visible: !root._narrow || column.index === root._step
                        width: root._narrow ? flick.width : root._columnWidth
                        height: flick.height
                        title: column.modelData.text
                        hint: column.modelData.hint
                        model: column.modelData.model
                        chosenKey: root.chosenKey
                        onEntered: {
                            root._step = column.index
                            root._show(column.index)
                        }
                        onChosen: key => root.chosen(key)
                        onMenuAsked: (key, at) => {
                            root._step = column.index
                            root._askMenu(key, at)
                        }
                    }
                }
            }
        }
    }
    ActionMenu {
        id: menu
        objectName: "moveMenu"
        name: qsTr("Move to")
        Instantiator {
            model: root.steps.filter((step, index) => index !== root._step)
            onObjectAdded: (index, object) => menu.insertItem(index, object as ActionItem)
            onObjectRemoved: (index, object) => menu.removeItem(object as ActionItem)
            ActionItem {
                required property var modelData
                text: modelData.text
                symbol: "forward"
                onTriggered: root.moveAsked(root._moving, modelData.key)
            }
        }
    }
}
