// A day.
import QtQuick
import OurTable.Controls
import "likely.js" as Likely

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
    function _named(months: int): string {
        return months === 12 ? qsTr("In a year") : months === 1 ? qsTr("In 1 month") : qsTr("In 3 months")
    }

    implicitHeight: pick.implicitHeight

    DatePick {
        id: pick
        objectName: "field-" + root.field.name
        anchors.fill: parent
        focus: true
        label: root.field.label
        hint: root.field.hint
        error: root.field.error
        optional: !root.field.required
        today: root.field.today
        likelyDays: Likely.months(root.field.name).map(months => ({ text: root._named(months), date: Likely.inMonths(root.field.today, months) }))
        onChosen: value => root.field.set(value)
    }
}
