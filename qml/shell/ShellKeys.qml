// The keyboard of the whole window (ux.md 6.3): the keys are those of KeyTable. What a page itself has to do (Ctrl+N,
// Ctrl+Return, Ctrl+F, Ctrl+Z) is the page's.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Controls
import OurTable.Theme

Item {
    id: root

    required property var places // of Destination
    property bool awake: true     // not hidden: only locking and the size of the text go on behind the cover
    property bool ownSearch: false // of the page
    required property bool digits // Alt with digits goes to places: not on a page that has them for itself

    signal chosen(key: string)
    signal paneAsked(step: int)
    signal helpAsked
    signal sharingAsked
    signal findAsked
    signal hideAsked
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

    readonly property KeyTable _table: KeyTable {}

    Repeater {
        model: root.places.length
        Item {
            id: place
            required property int index
            Shortcut {
                enabled: root.digits && root.awake
                sequence: root._table.keysOf("place")[place.index] ?? ""
                onActivated: root.chosen(root.places[place.index].key)
            }
        }
    }
    Shortcut { enabled: root.awake; sequences: root._table.keysOf("nextPart"); onActivated: root.paneAsked(1) }
    Shortcut { enabled: root.awake; sequences: root._table.keysOf("partBefore"); onActivated: root.paneAsked(-1) }
    Shortcut { enabled: root.awake; sequences: root._table.keysOf("help"); onActivated: root.helpAsked() }
    Shortcut { enabled: root.awake; sequences: root._table.keysOf("hide"); onActivated: root.hideAsked() }
    Shortcut { sequences: root._table.keysOf("lock"); onActivated: root.lockAsked() }
    Shortcut { enabled: root.awake; sequences: root._table.keysOf("sharing"); onActivated: root.sharingAsked() }
    Shortcut { enabled: root.awake && !root.ownSearch; sequences: root._table.keysOf("find"); onActivated: root.findAsked() }
    Shortcut { enabled: root.awake; sequences: root._table.keysOf("findAnything"); onActivated: root.findAsked() }
    Shortcut { sequences: root._table.keysOf("bigger"); onActivated: root._scale(1) }
    Shortcut { sequences: root._table.keysOf("smaller"); onActivated: root._scale(-1) }
    Shortcut { sequences: root._table.keysOf("normal"); onActivated: root.textScaleAsked(1) }
    Shortcut { enabled: root.awake; sequences: root._table.keysOf("back"); onActivated: root.backAsked() }
}
