// One line of text, and whatever else is typed in one line.
import QtQuick
import OurTable.Controls

FormRow {
    id: root

    property alias inputMethodHints: input.inputMethodHints

    function settle() { root.field.set(input.wholeText()) }
    function show() {
        const text = root.field.value ?? ""
        if (input.text !== text)
            input.text = text
    }

    implicitHeight: input.implicitHeight

    Field {
        id: input
        objectName: "field-" + root.field.name
        anchors.fill: parent
        focus: true
        label: root.label
        hint: root.field.hint
        error: root.field.error
        onEdited: root.field.set(input.text)
    }
}
