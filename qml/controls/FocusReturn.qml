// Gives the focus back to what had it before a popup opened; Qt 6.4 loses it where that lies in a scope of its own.
import QtQuick
import QtQuick.Templates as T

QtObject {
    id: root

    required property T.Popup popup
    property Item _opener

    readonly property Connections _watch: Connections {
        target: root.popup
        function onAboutToShow() { root._opener = root.popup.parent.Window.activeFocusItem }
        function onClosed() { root._opener?.forceActiveFocus(Qt.PopupFocusReason) }
    }
}
