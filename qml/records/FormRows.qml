// A row for each field of a form, in the order of the catalogue.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Theme

ColumnLayout {
    id: root

    required property Session session
    required property RecordForm form

    signal versionsAsked

    // The row of a field with something wrong.
    function rowOf(index: int): Item {
        return rows.itemAt(index)
    }

    spacing: Theme.space24

    Repeater {
        id: rows
        model: root.form.fields
        FormPart {
            required property int index
            objectName: "row-" + field.name
            session: root.session
            form: root.form
            focus: index === 0
            onVersionsAsked: root.versionsAsked()
            Layout.fillWidth: true
        }
    }
}
