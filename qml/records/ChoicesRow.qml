// Any number of codes of a vocabulary, as chips.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

FormRow {
    id: root

    function show() {
        const held = root.field.value ?? []
        for (let index = 0; index < chips.count; ++index)
            chips.itemAt(index).checked = held.indexOf(root.field.options[index].code) >= 0
    }
    function _hand() {
        const chosen = []
        for (let index = 0; index < chips.count; ++index) {
            if (chips.itemAt(index).checked)
                chosen.push(root.field.options[index].code)
        }
        root.field.set(chosen)
    }

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space8
        FieldLabel {
            label: root.label
            hint: root.field.hint
            error: root.field.error
            Layout.fillWidth: true
        }
        Flow {
            id: flow
            spacing: Theme.space8
            Layout.fillWidth: true
            Repeater {
                id: chips
                model: root.field.options
                ChoiceChip {
                    id: chip
                    required property var modelData
                    required property int index
                    objectName: "field-" + root.field.name + "-" + chip.modelData.code
                    text: chip.modelData.text
                    width: Math.min(implicitWidth, flow.width)
                    focus: chip.index === 0
                    onToggled: root._hand()
                }
            }
        }
    }
}
