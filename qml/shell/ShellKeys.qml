// The keyboard of the whole window (ux.md 6.3). No single letters: they clash with voice control. What a page itself has to
// do (Ctrl+N, Ctrl+Return, Ctrl+F, Ctrl+Z) is the page's.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Theme

Item {
    id: root

    required property var places // of Destination
    required property bool digits // Alt with digits goes to places: not on a page that has them for itself

    signal chosen(key: string)
    signal paneAsked(step: int)
    signal helpAsked
    signal sharingAsked
    signal lockAsked
    signal backAsked
    signal textScaleAsked(scale: real)

    function _scale(step: int) {
        const scales = Theme.textScales
        let now = 0
        for (let index = 0; index < scales.length; ++index)
            now = scales[index] <= Theme.textScale + 0.001 ? index : now
        root.textScaleAsked(scales[Math.max(0, Math.min(scales.length - 1, now + step))])
    }

    visible: false

    Repeater {
        model: root.places.length
        Item {
            id: place
            required property int index
            Shortcut {
                enabled: root.digits
                sequence: "Alt+" + (place.index + 1)
                onActivated: root.chosen(root.places[place.index].key)
            }
        }
    }
    Shortcut { sequence: "F6"; onActivated: root.paneAsked(1) }
    Shortcut { sequence: "Shift+F6"; onActivated: root.paneAsked(-1) }
    Shortcut { sequence: "F1"; onActivated: root.helpAsked() }
    Shortcut { sequence: "Ctrl+L"; onActivated: root.lockAsked() }
    Shortcut { sequence: "Ctrl+Shift+S"; onActivated: root.sharingAsked() }
    Shortcut { sequences: ["Ctrl++", "Ctrl+="]; onActivated: root._scale(1) }
    Shortcut { sequence: "Ctrl+-"; onActivated: root._scale(-1) }
    Shortcut { sequence: "Ctrl+0"; onActivated: root.textScaleAsked(1) }
    Shortcut { sequence: "Alt+Left"; onActivated: root.backAsked() }
}
