// Which words would be lost, and why. Over a hidden screen it names none.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Column {
    id: root

    required property Session session
    required property Closing ending

    spacing: Theme.space12

    Txt {
        objectName: "closingWhy"
        width: parent.width
        text: root.session.room.words
    }
    Repeater {
        model: root.session.hidden ? [] : root.ending.words
        Txt {
            required property string modelData
            objectName: "closingWords"
            width: parent?.width ?? 0
            text: modelData
            textStyle: Theme.strong
        }
    }
    Txt {
        width: parent.width
        text: qsTr("If you close now, they are lost.")
    }
}
