// Two words that both tablets show: people compare them, and say which it is.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property Nearby nearby

    readonly property bool _asked: root.nearby.stage === Nearby.Words

    spacing: Theme.space20

    Txt {
        text: root._asked ? qsTr("Do both tablets show the same two words?") : qsTr("You said the words are the same")
        textStyle: Theme.h1
        heading: true
        Layout.fillWidth: true
    }
    Rectangle {
        implicitHeight: words.implicitHeight + 2 * Theme.space24
        radius: Theme.radiusCard
        color: Theme.colours.live
        Layout.fillWidth: true
        Txt {
            id: words
            objectName: "nearbyWords"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.space16
            text: root.nearby.words
            textStyle: Theme.stat
            color: Theme.colours.liveInk
            horizontalAlignment: Text.AlignHCenter
        }
    }
    Txt {
        visible: root._asked
        text: qsTr("Nothing is passed before both of you tap “The same”.")
        color: Theme.colours.muted
        Layout.fillWidth: true
    }
    GridLayout {
        visible: root._asked
        columns: root.width >= 420 && !Theme.bigText ? 2 : 1
        columnSpacing: Theme.space12
        rowSpacing: Theme.space12
        Layout.fillWidth: true
        Btn {
            objectName: "theSame"
            kind: Btn.Secondary
            big: true
            symbol: "tick"
            text: qsTr("The same")
            onClicked: root.nearby.agree()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        Btn {
            objectName: "notTheSame"
            kind: Btn.Secondary
            big: true
            symbol: "x"
            text: qsTr("Not the same")
            onClicked: root.nearby.refuse()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
    }
}
