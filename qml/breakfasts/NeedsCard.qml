// What people need in the room, without a name: others look at this screen. And who is there for a quiet word. Part of ReadyPage.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property BeforeStart check

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space8
        Txt {
            width: parent.width
            text: qsTr("In the room")
            textStyle: Theme.h2
            heading: true
        }
        Txt {
            objectName: "needing"
            width: parent.width
            text: root.check.needing !== "" ? root.check.needing : qsTr("Nobody has told us yet what they need. Ask at the door.")
            color: root.check.needing !== "" ? Theme.colours.text : Theme.colours.muted
        }
        Flow {
            visible: root.check.needs.length > 0
            width: parent.width
            spacing: Theme.space8
            Repeater {
                model: root.check.needs
                Tag {
                    required property string modelData
                    required property int index
                    objectName: "need" + index
                    width: Math.min(implicitWidth, parent.width)
                    text: modelData
                    tone: Theme.colours.infoTone
                }
            }
        }
        Txt {
            objectName: "sideTable"
            width: parent.width
            text: root.check.sideTable !== "" ? qsTr("At the side table: %1").arg(root.check.sideTable)
                                              : qsTr("Nobody is named for the side table yet.")
            color: root.check.sideTable !== "" ? Theme.colours.text : Theme.colours.muted
        }
    }
}
