// The keyboard of sorting (ux.md 7.8): Alt with a digit is a kind, Ctrl with a digit one of the themes as they stand.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: root

    signal kindChosen(place: int)
    signal themeChosen(place: int)
    signal nextAsked
    signal undoAsked

    visible: false

    Repeater {
        model: 9
        Item {
            id: digit
            required property int index
            Shortcut {
                enabled: root.enabled
                sequence: "Alt+" + (digit.index + 1)
                onActivated: root.kindChosen(digit.index)
            }
            Shortcut {
                enabled: root.enabled
                sequence: "Ctrl+" + (digit.index + 1)
                onActivated: root.themeChosen(digit.index)
            }
        }
    }
    Shortcut {
        enabled: root.enabled
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        onActivated: root.nextAsked()
    }
    Shortcut {
        sequence: "Ctrl+Z" // also when all are sorted
        onActivated: root.undoAsked()
    }
}
