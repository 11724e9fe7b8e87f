// What helps somebody who helps: folded away until it is asked for.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property string details
    property bool open: false

    spacing: Theme.space4
    Btn {
        objectName: "supportDetails"
        kind: Btn.Quiet
        symbol: root.open ? "up" : "down"
        text: qsTr("Details for support")
        onClicked: root.open = !root.open
    }
    Txt {
        objectName: "supportText"
        visible: root.open
        text: root.details
        textStyle: Theme.small
        color: Theme.colours.muted
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space12
    }
}
