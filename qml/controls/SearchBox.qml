// Looks for words in what is below it, and says how much it found. Escape clears.
import QtQuick

Field {
    id: root

    property int found: -1 // -1: nothing was looked for

    function clear() {
        root.text = ""
        root.edited()
    }

    symbol: "search"
    inputMethodHints: Qt.ImhNoPredictiveText
    onFoundChanged: if (root.found >= 0) live.say(qsTr("%n found", "", root.found))
    Keys.onEscapePressed: event => {
        event.accepted = root.text !== ""
        if (event.accepted)
            root.clear()
    }

    LiveLine { id: live }
}
