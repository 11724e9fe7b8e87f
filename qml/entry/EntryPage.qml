// Before anybody is signed in: who is using this device (ux.md 7.1), or joining a programme (7.2). What can be done without
// being signed in opens over it, with a way back.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

FocusScope {
    id: root
    objectName: "entry"

    required property Session session
    readonly property Frame frame: Frame { width: root.width; height: root.height }
    readonly property bool _over: over.file !== ""

    function help() {
        over.open("../Help/HelpPage.qml", { topic: "signin" })
    }
    function comfort(part: string) {
        over.open("../Settings/ComfortPage.qml", { part: part })
    }

    Brand {
        id: brand
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: visible ? Math.round(root.width * 0.4) : 0
        visible: root.frame.wide && !root.frame.low && !root._over
    }
    Item {
        anchors.left: brand.visible ? brand.right : parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: foot.top
        visible: !root._over
        SignInPage {
            anchors.fill: parent
            visible: root.session.stage === Session.SignedOut
            focus: visible
            session: root.session
            frame: root.frame
            onSomeoneElse: over.open("JoinPage.qml", {})
        }
        NewDevicePage {
            anchors.fill: parent
            visible: root.session.stage === Session.NoProgramme
            focus: visible
            frame: root.frame
            onCodeAsked: over.open("JoinPage.qml", {})
            onFileAsked: over.open("JoinPage.qml", { file: true })
        }
        BrokenPage {
            anchors.fill: parent
            visible: root.session.stage === Session.Broken
            focus: visible
            session: root.session
            frame: root.frame
        }
    }
    EntryFoot {
        id: foot
        anchors.left: brand.visible ? brand.right : parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: !root._over && !InputMethod.visible
        height: visible ? implicitHeight : 0
        compact: root.frame.compact
        onBiggerAsked: root.comfort("size")
        onColoursAsked: root.comfort("colours")
        onHelpAsked: root.help()
    }
    OverPage {
        id: over
        anchors.fill: parent
        visible: root._over
        focus: visible
        session: root.session
        frame: root.frame
        onAsked: (page, details) => page === "comfort" ? root.comfort("") : root.help()
        onHelpAsked: root.help()
    }
    Shortcut {
        sequence: "F1"
        onActivated: root.help()
    }
}
