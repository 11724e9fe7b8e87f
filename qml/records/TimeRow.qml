// A time of day.
import QtQuick
import OurTable.Controls

FormRow {
    id: root

    function settle() {
        const value = pick.wholeValue()
        root.field.set(value, pick.unclear ? pick.unclearWords : "")
    }
    function show() {
        const value = root.field.value ?? ""
        if (pick.value !== value)
            pick.value = value
    }

    implicitHeight: pick.implicitHeight

    TimePick {
        id: pick
        objectName: "field-" + root.field.name
        anchors.fill: parent
        focus: true
        label: root.field.label
        hint: root.field.hint
        error: root.field.error
        optional: !root.field.required
        onChosen: value => root.field.set(value)
    }
}
