// Where notes would be written if a breakfast were going on.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    signal startAsked
    signal backAsked

    spacing: Theme.space16
    EmptyState {
        symbol: "cup"
        text: qsTr("No breakfast is going on just now.")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space56
    }
    Btn {
        objectName: "start"
        kind: Btn.Accent
        big: true
        symbol: "cup"
        text: qsTr("Start a breakfast")
        onClicked: root.startAsked()
        Layout.alignment: Qt.AlignHCenter
    }
    Btn {
        objectName: "leave"
        kind: Btn.Quiet
        text: qsTr("Back to breakfasts")
        onClicked: root.backAsked()
        Layout.alignment: Qt.AlignHCenter
    }
}
