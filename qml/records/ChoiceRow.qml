// One code of a vocabulary.
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
        options: root.field.options
        onChosen: value => root.field.set(value)
    }
}
