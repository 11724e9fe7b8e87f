// A number for each of several things; one may be left out.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

FormRow {
    id: root

    readonly property bool _few: root.field.most - root.field.least <= 10
    readonly property var _numbers: root._few
        ? Array.from({ length: root.field.most - root.field.least + 1 }, (none, index) => ({ code: String(root.field.least + index), text: String(root.field.least + index) }))
        : []

    function _put(code: string, value: string) {
        const map = Object.assign({}, root.field.value ?? {})
        map[code] = value
        root.field.set(map)
    }

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space12
        FieldLabel {
            label: root.label
            hint: root.field.hint
            error: root.field.error
            Layout.fillWidth: true
        }
        Repeater {
            model: root.field.options
            PartEdit {
                required property var modelData
                objectName: "field-" + root.field.name + "-" + modelData.code
                part: ({ key: modelData.code, label: modelData.text, type: root._few ? "choice" : "integer", required: false, options: root._numbers })
                today: root.field.today
                value: String((root.field.value ?? {})[modelData.code] ?? "")
                onHanded: value => root._put(modelData.code, value)
                Layout.fillWidth: true
            }
        }
    }
}
