// Ways from Help to what is set rather than done.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

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
            divided: false
            onClicked: root.asked("comfort")
            Layout.fillWidth: true
        }
    }
}
