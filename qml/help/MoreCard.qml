// Ways from Help to what is set rather than done.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property bool coordinator

    signal asked(page: string)

    padding: Theme.space12

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        ListRow {
            objectName: "toComfort"
            symbol: "textsize"
            text: qsTr("Make it comfortable")
            detail: qsTr("Text size, colours, when it locks")
            divided: root.coordinator
            onClicked: root.asked("comfort")
            Layout.fillWidth: true
        }
        ListRow {
            objectName: "toPeople"
            visible: root.coordinator
            symbol: "person-plus"
            text: qsTr("Let somebody in")
            detail: qsTr("A code for a new device or a new person")
            divided: false
            onClicked: root.asked("people")
            Layout.fillWidth: true
        }
    }
}
