// Under the box: what is in the way of saving, and how much room is left once it gets little. Nothing is cut.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

RowLayout {
    id: root

    required property string problem
    required property int length
    required property int limit

    readonly property bool _counts: root.length >= root.limit * 4 / 5

    visible: root.problem !== "" || root._counts
    spacing: Theme.space8

    Icon {
        visible: root.problem !== ""
        symbol: "alert"
        size: 19
        colour: Theme.colours.dangerTone.solid
        Layout.alignment: Qt.AlignTop
    }
    Txt {
        objectName: "boxProblem"
        text: root.problem
        textStyle: Theme.smallStrong
        color: Theme.colours.dangerTone.solid
        Layout.fillWidth: true
    }
    Txt {
        objectName: "counter"
        visible: root._counts
        text: root.length > root.limit ? qsTr("%n too many", "letters", root.length - root.limit)
            : qsTr("%1 of %2", "letters").arg(root.length).arg(root.limit)
        textStyle: Theme.small
        color: root.length > root.limit ? Theme.colours.dangerTone.solid : Theme.colours.muted
        horizontalAlignment: Text.AlignRight
        Layout.fillWidth: root.problem === ""
        Layout.alignment: Qt.AlignTop
    }
}
