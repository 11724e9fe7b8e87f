// What every row of a form is built on: one field with its words, its value and its error.
import QtQuick
import OurTable.Bridge

FocusScope {
    id: root

    required property Session session
    required property RecordForm form
    required property FormField field
    readonly property string label: root.field.required ? root.field.label : qsTr("%1 (optional)").arg(root.field.label)

    // For its heirs: hand over what an input still holds; show what the field holds, when it was changed from elsewhere.
    function settle() {}
    function show() {}

    implicitWidth: 320
    Component.onCompleted: root.show()

    Connections {
        target: root.form
        function onSettling() { root.settle() }
    }
    Connections {
        target: root.field
        function onValueChanged() { root.show() }
    }
}
