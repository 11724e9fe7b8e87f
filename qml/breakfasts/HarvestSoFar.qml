// What a table took with it so far. Part of HarvestPage.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property var things // words, the last first

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space12
        Txt {
            width: parent.width
            text: qsTr("From this table so far")
            textStyle: Theme.h2
            heading: true
        }
        Repeater {
            model: root.things
            Txt {
                required property string modelData
                required property int index
                objectName: "taken" + index
                width: parent?.width ?? 0
                text: modelData
            }
        }
    }
}
