// The keyboard of live capture (ux.md 6.3): Alt with a digit is a kind, Ctrl with a digit a table.
pragma ComponentBehavior: Bound
import QtQuick
import "kinds.js" as Kinds

Item {
    id: root

    signal kindChosen(kind: string)
    signal tableChosen(table: int)
    signal saveAsked
    signal undoAsked
    signal redoAsked

    visible: false

    Repeater {
        model: Kinds.six.length
        Item {
            id: digit
            required property int index
            Shortcut {
                enabled: root.enabled
                sequence: "Alt+" + (digit.index + 1)
                onActivated: root.kindChosen(Kinds.six[digit.index])
            }
            Shortcut {
                enabled: root.enabled
                sequence: "Ctrl+" + (digit.index + 1)
                onActivated: root.tableChosen(digit.index + 1)
            }
        }
    }
    Shortcut {
        enabled: root.enabled
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        onActivated: root.saveAsked()
    }
    Shortcut {
        enabled: root.enabled
        sequence: "Ctrl+Z"
        onActivated: root.undoAsked()
    }
    Shortcut {
        enabled: root.enabled
        sequences: ["Ctrl+Shift+Z", "Ctrl+Y"]
        onActivated: root.redoAsked()
    }
}
