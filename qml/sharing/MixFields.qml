// Field by field: one version's, or for words, words of one's own. Nothing is chosen beforehand.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property VersionChoice choice

    signal cancelled

    // What stands in a box that was not left yet goes along.
    function _save() {
        for (let row = 0; row < fields.count; ++row)
            (fields.itemAt(row) as MixField).finish()
        root.choice.mix()
    }

    implicitWidth: 320
    padding: Theme.space24

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space24
        Txt {
            text: qsTr("Mix the two")
            textStyle: Theme.h2
            heading: true
            Layout.fillWidth: true
        }
        Repeater {
            id: fields
            model: root.choice.fields.length
            MixField {
                choice: root.choice
                Layout.fillWidth: true
            }
        }
        Txt {
            objectName: "mixMissing"
            visible: !root.choice.mixComplete
            text: qsTr("Choose one in each part first.")
            color: Theme.colours.muted
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space12
            Layout.fillWidth: true
            Btn {
                objectName: "saveMix"
                text: qsTr("Keep this mix")
                onClicked: root._save()
            }
            Btn {
                objectName: "leaveMix"
                kind: Btn.Quiet
                text: qsTr("Back to both versions")
                onClicked: root.cancelled()
            }
        }
    }
}
