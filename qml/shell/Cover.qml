// Hides everything in one tap: only the time, and the way back (ux.md 7.30). Over whatever is open, sheets too. Help in a bad
// moment stays within reach.
import QtQuick
import QtQuick.Templates as T
import OurTable.Bridge
import OurTable.Theme

T.Popup {
    id: root

    required property Session session
    required property string time

    readonly property CoverFace _face: root.contentItem as CoverFace

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    visible: root.session.hidden
    modal: true
    focus: true
    closePolicy: T.Popup.NoAutoClose
    onClosed: root._face.forgetHelp()

    background: Rectangle { color: root._face.helping ? Theme.colours.canvas : Theme.colours.live }
    contentItem: CoverFace {
        session: root.session
        time: root.time
        onUncovered: root.session.hidden = false
    }
}
