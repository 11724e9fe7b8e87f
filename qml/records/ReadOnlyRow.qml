// A field that this person does not change here, in words.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

FormRow {
    id: root

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space4
        Txt {
            text: root.field.label
            textStyle: Theme.smallStrong
            color: Theme.colours.muted
            Layout.fillWidth: true
        }
        Txt {
            objectName: "words-" + root.field.name
            text: root.field.words === "" ? qsTr("Nothing written") : root.field.words
            Layout.fillWidth: true
        }
    }
}
