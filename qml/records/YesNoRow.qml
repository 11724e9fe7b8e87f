// Yes or no, or not said.
import QtQuick

FormRow {
    id: root

    function show() { choice.value = root.field.value ?? "" }

    implicitHeight: choice.implicitHeight

    OneOf {
        id: choice
        objectName: "field-" + root.field.name
        anchors.fill: parent
        focus: true
        label: root.label
        hint: root.field.hint
        error: root.field.error
        optional: !root.field.required
        options: [{ code: "yes", text: qsTr("Yes") }, { code: "no", text: qsTr("No") }]
        onChosen: value => root.field.set(value)
    }
}
