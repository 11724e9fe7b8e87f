// What somebody said, large, with where it was and whether it may be quoted.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property SortNotes sorting
    required property bool checking
    required property string progress

    Accessible.name: root.sorting.text

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space8
        Txt {
            width: parent.width
            text: root.progress === "" ? root.sorting.where : qsTr("%1. %2", "where a note is from, and how many are left").arg(root.sorting.where).arg(root.progress)
            textStyle: Theme.small
            color: Theme.colours.muted
        }
        Txt {
            objectName: "sortText"
            width: parent.width
            text: root.sorting.text
            textStyle: Theme.lead
        }
        Txt {
            objectName: "sortPermission"
            visible: root.checking
            width: parent.width
            text: qsTr("May we quote it? %1").arg(root.sorting.permission)
            textStyle: Theme.small
            color: Theme.colours.muted
        }
        Tag {
            objectName: "sortOwn"
            visible: root.checking && root.sorting.own
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("You wrote this one. Somebody else reads it.")
            tone: Theme.colours.warningTone
        }
    }
}
