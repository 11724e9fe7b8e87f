// One group of the gallery under its caption.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    required property string caption

    spacing: Theme.space12
    Layout.alignment: Qt.AlignTop
    Layout.fillWidth: true
    Layout.preferredWidth: 380
    Layout.maximumWidth: 520

    Txt {
        text: parent.caption
        textStyle: Theme.caption
        color: Theme.colours.muted
        Layout.fillWidth: true
    }
}
