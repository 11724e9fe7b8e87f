// Says something to a screen reader without showing it: an alert that appears with new words is spoken on Qt 6.4 too.
import QtQuick

Item {
    id: root

    function say(words: string) {
        root.visible = false
        root.Accessible.name = words
        root.visible = true
    }

    implicitWidth: 1
    implicitHeight: 1
    visible: false
    Accessible.role: Accessible.AlertMessage
}
