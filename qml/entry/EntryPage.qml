// Before anybody is signed in: who is using this device (ux.md 7.1), or joining a programme (7.2).
import QtQuick
import OurTable.Bridge

FocusScope {
    id: root

    required property Session session

    SignInPage {
        anchors.fill: parent
        visible: root.session.stage === Session.SignedOut
        focus: visible
        session: root.session
    }
}
