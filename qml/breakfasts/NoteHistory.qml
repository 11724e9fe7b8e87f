// What happened to a note so far, in words.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property var history // in words, the newest first

    spacing: Theme.space8
    Txt {
        text: qsTr("What happened to it")
        textStyle: Theme.h3
        heading: true
        Layout.fillWidth: true
    }
    Repeater {
        model: root.history
        Txt {
            required property string modelData
            required property int index
            objectName: "history" + index
            text: modelData
            textStyle: Theme.small
            color: Theme.colours.muted
            Layout.fillWidth: true
        }
    }
}
