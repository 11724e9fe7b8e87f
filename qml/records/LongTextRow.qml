// Several lines of text.
import QtQuick
import OurTable.Controls

FormRow {
    id: root

    function settle() { root.field.set(input.wholeText()) }
    function show() {
        const text = root.field.value ?? ""
        if (input.text !== text)
            input.text = text
    }

    implicitHeight: input.implicitHeight

    TextBox {
        id: input
        objectName: "field-" + root.field.name
        anchors.fill: parent
        focus: true
        label: root.label
        hint: root.field.hint
        error: root.field.error
        onEdited: root.field.set(input.text)
        onAccepted: root.form.save()
    }
}
