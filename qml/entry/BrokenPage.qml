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
            Btn {
                objectName: "tryAgain"
                focus: true
                text: qsTr("Try again")
                onClicked: root.session.start()
                Layout.alignment: Qt.AlignHCenter
            }
        }
    }
}
