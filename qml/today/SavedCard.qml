// Where the words are, in a sentence.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property Sharing sharing
    readonly property bool _shared: root.sharing.toShare === 0

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space16
        Rectangle {
            implicitWidth: Math.max(52, Theme.iconPixels(25) + Theme.space24)
            implicitHeight: implicitWidth
            radius: width / 2
            color: Theme.colours.primaryTone.soft
            border.width: Theme.isContrast ? Theme.border : 0
            border.color: Theme.colours.primaryTone.ink
            Layout.alignment: Qt.AlignTop
            Icon {
                anchors.centerIn: parent
                symbol: root._shared ? "ticks" : "tablet-tick"
                size: 25
                colour: Theme.colours.primaryTone.ink
            }
        }
        ColumnLayout {
            spacing: Theme.space4
            Txt {
                objectName: "saved"
                text: Theme.tablet ? qsTr("Everything is saved on this tablet") : qsTr("Everything is saved on this device")
                textStyle: Theme.h3
                Layout.fillWidth: true
            }
            Txt {
                objectName: "savedWords"
                text: root.sharing.sentence
                textStyle: Theme.small
                color: Theme.colours.muted
                Layout.fillWidth: true
            }
        }
    }
}
