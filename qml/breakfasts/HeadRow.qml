// How many of one group came: fewer, the number, more.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

RowLayout {
    id: root

    required property string words
    required property int count
    required property int index

    signal stepped(by: int)

    spacing: Theme.space8
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1: %2", "a group, how many").arg(root.words).arg(root.count)

    Txt {
        text: root.words
        Layout.fillWidth: true
    }
    Btn {
        objectName: "less" + root.index
        kind: Btn.Secondary
        symbol: "minus"
        leftPadding: 0
        implicitWidth: Theme.stepper
        implicitHeight: Theme.stepper
        Accessible.name: qsTr("Less: %1").arg(root.words)
        onClicked: root.stepped(-1)
    }
    Txt {
        text: root.count
        textStyle: Theme.h2
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.NoWrap
        silent: true
        Layout.minimumWidth: Theme.stepper
    }
    Btn {
        objectName: "more" + root.index
        kind: Btn.Secondary
        symbol: "plus"
        leftPadding: 0
        implicitWidth: Theme.stepper
        implicitHeight: Theme.stepper
        Accessible.name: qsTr("More: %1").arg(root.words)
        onClicked: root.stepped(1)
    }
}
