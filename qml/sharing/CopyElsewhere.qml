// Any other place, by its path; a file or folder may be dropped here. Folded away until it is asked for.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property string ask     // on the button that unfolds it
    required property string label
    required property string hint
    required property string verb    // on the button that does it
    property bool busy: false
    property bool open: false

    signal chosen(path: string)
    signal dropped(file: url)

    function _choose() {
        const path = where.wholeText().trim()
        if (path !== "")
            root.chosen(path)
    }

    spacing: Theme.space12
    Btn {
        objectName: "elsewhere"
        kind: Btn.Quiet
        symbol: root.open ? "up" : "down"
        text: root.ask
        onClicked: {
            root.open = !root.open
            if (root.open)
                where.forceActiveFocus(Qt.TabFocusReason)
        }
    }
    Field {
        id: where
        objectName: "where"
        visible: root.open
        label: root.label
        hint: root.hint
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        onAccepted: root._choose()
        Layout.fillWidth: true
        DropArea {
            anchors.fill: parent
            keys: ["text/uri-list"]
            onDropped: drop => {
                if (drop.urls.length > 0)
                    root.dropped(drop.urls[0])
            }
        }
    }
    Btn {
        objectName: "chooseWhere"
        visible: root.open
        kind: Btn.Secondary
        text: root.verb
        busy: root.busy
        onClicked: root._choose()
    }
}
