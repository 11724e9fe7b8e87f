// What every page is built on. The shell shows its title with the save state, and brings it back as `details` said. A page
// asks for another one by its name (qml/shell/pages.js), never by its file.
import QtQuick

FocusScope {
    id: root

    required property Frame frame
    property var details: ({})        // what was asked for: plain values only, kept across a restart; see remember()
    property string title
    property string subtitle
    property bool leadsBack: false
    property bool ownHeader: false    // draws the top by itself, save state included
    property bool ownKeys: false      // Alt with digits belongs to the page
    property bool ownSearch: false    // Ctrl+F belongs to the page; elsewhere it leads to finding anything
    property string belongsTo         // the destination that is marked meanwhile; empty: the last one on the way here
    property string topic             // of Help; empty: the page's name
    property var panes: [root]        // items that F6 goes through, in order

    signal went(page: string, details: var)
    // Another page takes the place of this one: the way back leads past it.
    signal became(page: string, details: var)
    signal leaving
    // The details that bring this page back as it is now.
    signal remembered(details: var)
    // Spoken by a screen reader, once.
    signal said(words: string)

    function remember(changes: var) {
        root.details = Object.assign({}, root.details, changes)
        root.remembered(root.details)
    }
}
