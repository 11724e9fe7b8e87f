// Narrows the list to one record that is there already: found by typing, taken off by emptying the field.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

PersonPick {
    id: root

    required property Session session
    required property var kinds

    optional: true
    noneText: qsTr("Nothing found by this name")
    model: found
    onSearched: words => found.search(words)

    readonly property ReferencePick _found: ReferencePick {
        id: found
        session: root.session
        kinds: root.kinds
    }
}
