// Every key of the app, once: the shell takes its shortcuts from here, and Help shows them. No single letters: they clash
// with voice control (ux.md 6.3).
import QtQuick

QtObject {
    id: root

    // Answered by the window, on every page; what a page has of them for itself is said with them. keys: as Qt writes them; shown and does: for people.
    readonly property var everywhere: [
        { id: "place", keys: ["Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6"], shown: qsTr("Alt+1 to Alt+6"), does: qsTr("Go to a place. While writing notes: choose the kind") },
        { id: "back", keys: ["Alt+Left"], shown: qsTr("Alt+Left"), does: qsTr("Go back") },
        { id: "nextPart", keys: ["F6"], shown: qsTr("F6"), does: qsTr("Next part of the page") },
        { id: "partBefore", keys: ["Shift+F6"], shown: qsTr("Shift+F6"), does: qsTr("Part of the page before") },
        { id: "help", keys: ["F1"], shown: qsTr("F1"), does: qsTr("Help for this page") },
        { id: "hide", keys: ["Ctrl+H"], shown: qsTr("Ctrl+H"), does: qsTr("Hide the screen") },
        { id: "lock", keys: ["Ctrl+L"], shown: qsTr("Ctrl+L"), does: qsTr("Lock now") },
        { id: "sharing", keys: ["Ctrl+Shift+S"], shown: qsTr("Ctrl+Shift+S"), does: qsTr("Saving and sharing") },
        { id: "find", keys: ["Ctrl+F"], shown: qsTr("Ctrl+F"), does: qsTr("Search this list. Where there is none: find anything") },
        { id: "findAnything", keys: ["Ctrl+K"], shown: qsTr("Ctrl+K"), does: qsTr("Find anything by its words or its name") },
        { id: "bigger", keys: ["Ctrl++", "Ctrl+="], shown: qsTr("Ctrl and plus"), does: qsTr("Bigger text") },
        { id: "smaller", keys: ["Ctrl+-"], shown: qsTr("Ctrl and minus"), does: qsTr("Smaller text") },
        { id: "normal", keys: ["Ctrl+0"], shown: qsTr("Ctrl+0"), does: qsTr("Text size as it was at first") }
    ]
    // Answered by the page or the part that has the focus.
    readonly property var onPages: [
        { shown: qsTr("Tab and Shift+Tab"), does: qsTr("Next thing, or the one before") },
        { shown: qsTr("Arrows, Home, End"), does: qsTr("Move in a list or a set of choices") },
        { shown: qsTr("Return"), does: qsTr("Press the button, or choose") },
        { shown: qsTr("Ctrl+Return"), does: qsTr("Save, or go on") },
        { shown: qsTr("Ctrl+Z"), does: qsTr("Undo") },
        { shown: qsTr("Ctrl+Shift+Z or Ctrl+Y"), does: qsTr("Redo") },
        { shown: qsTr("Esc"), does: qsTr("Close, or leave it as it was") },
        { shown: qsTr("Ctrl+1 to Ctrl+6"), does: qsTr("While writing notes: choose the table") },
        { shown: qsTr("Alt+1 to Alt+9"), does: qsTr("While sorting notes: choose the kind") },
        { shown: qsTr("Ctrl+1 to Ctrl+9"), does: qsTr("While sorting notes: choose what it is about") },
        { shown: qsTr("Ctrl+N"), does: qsTr("Something new, in a list") }
    ]

    function keysOf(id: string): var {
        const row = root.everywhere.find(each => each.id === id)
        return row ? row.keys : []
    }
}
