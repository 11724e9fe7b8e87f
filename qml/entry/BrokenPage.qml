// The device's files can't be used: why, whom to ask, and another try: what stands in the way may be gone.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Session session
    required property Frame frame

    property int _tries: 0 // without a change

    Connections {
        target: root.session
        function onStillBroken() {
            root._tries += 1
            spoken.say(still.text + " " + root.session.problem)
        }
        function onStageChanged() { root._tries = 0 }
    }

    Scroll {
        id: scroll
        anchors.fill: parent
        contentHeight: Math.max(height, why.implicitHeight + 2 * Theme.space32)
        EmptyState {
            id: why
            objectName: "broken"
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(520, scroll.width - 2 * root.frame.gutter)
            symbol: "alert"
            text: root.session.problem
            Txt {
                id: still
                objectName: "stillBroken"
                visible: root._tries > 0
                text: root._tries < 2 ? qsTr("Tried again: it is still the same.") : qsTr("Tried %1 times: it is still the same.").arg(root._tries)
                textStyle: Theme.strong
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
            Btn {
                objectName: "tryAgain"
                focus: true
                text: qsTr("Try again")
                onClicked: root.session.start()
                Layout.alignment: Qt.AlignHCenter
            }
        }
    }
    LiveLine {
        id: spoken
        objectName: "spoken"
    }
}
