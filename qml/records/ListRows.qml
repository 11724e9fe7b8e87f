// A list of words, or of small things with parts: each can be changed and taken out, and one more added.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

FormRow {
    id: root

    readonly property var _items: root.field.value ?? []

    function _put(index: int, item: var) {
        const items = [...root._items]
        items[index] = item
        root.field.set(items)
    }
    function _takeOut(index: int) {
        root.field.set(root._items.filter((item, place) => place !== index))
        add.forceActiveFocus(Qt.TabFocusReason)
    }
    function _add() {
        root.field.set([...root._items, root.field.parts.length > 0 ? {} : ""])
        list.itemAt(list.count - 1)?.forceActiveFocus(Qt.TabFocusReason)
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
        Repeater {
            id: list
            model: root._items.length
            ListItemEdit {
                required property int index
                objectName: "item-" + root.field.name + index
                form: root.form
                field: root.field
                place: index
                onHanded: item => root._put(index, item)
                onTakenOut: root._takeOut(index)
                Layout.fillWidth: true
            }
        }
        Btn {
            id: add
            objectName: "add-" + root.field.name
            kind: Btn.Secondary
            symbol: "plus"
            text: root._items.length === 0 ? qsTr("Add one") : qsTr("Add one more")
            focus: true
            onClicked: root._add()
            Accessible.name: add.text + ". " + root.field.label
        }
    }
}
