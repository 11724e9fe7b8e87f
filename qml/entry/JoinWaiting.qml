// Both screens show two words: people compare them, then the coordinator lets the person in.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

JoinQuestion {
    id: root

    required property Joining joining

    title: qsTr("Show these two words to your coordinator")
    hint: qsTr("Their screen has to show the same two.")

    Rectangle {
        implicitHeight: words.implicitHeight + 2 * Theme.space24
        radius: Theme.radiusCard
        color: Theme.colours.live
        Layout.fillWidth: true
        Txt {
            id: words
            objectName: "words"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.space16
            text: root.joining.words.replace("-", " ")
            textStyle: Theme.stat
            color: Theme.colours.liveInk
            horizontalAlignment: Text.AlignHCenter
        }
    }
    Banner {
        tone: Theme.colours.warningTone
        symbol: "alert"
        text: qsTr("Are the words not the same? Stop here and tell your coordinator.")
        Layout.fillWidth: true
    }
    Txt {
        objectName: "news"
        text: root.joining.news
        textStyle: Theme.strong
        Layout.fillWidth: true
    }
    Btn {
        objectName: "tryNow"
        focus: true
        kind: Btn.Secondary
        text: qsTr("Try now")
        busy: root.joining.busy
        onClicked: root.joining.tryNow()
    }
}
