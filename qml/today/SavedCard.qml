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
    readonly property bool _notKept: root.sharing.state === Sharing.NotKept
    readonly property Tone _tone: root._notKept ? Theme.colours.warningTone : Theme.colours.primaryTone
    readonly property string _saved: Theme.tablet ? qsTr("Everything is saved on this tablet") : qsTr("Everything is saved on this device")

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space16
        Rectangle {
            implicitWidth: Math.max(52, Theme.iconPixels(25) + Theme.space24)
            implicitHeight: implicitWidth
            radius: width / 2
            color: root._tone.soft
            border.width: Theme.isContrast ? Theme.border : 0
            border.color: root._tone.ink
            Layout.alignment: Qt.AlignTop
            Icon {
                anchors.centerIn: parent
                symbol: root._notKept ? "alert" : root._shared ? "ticks" : "tablet-tick"
                size: 25
                colour: root._tone.ink
            }
        }
        ColumnLayout {
            spacing: Theme.space4
            Txt {
                objectName: "saved"
                text: root._notKept ? root.sharing.headline : root._saved
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
