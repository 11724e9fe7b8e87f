// What kind of note it is: one of a few, or none.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme
import "kinds.js" as Kinds

GridLayout {
    id: root

    required property string kind  // code; empty none
    required property var words    // [{ code, text }] of every kind
    property var kinds: Kinds.six
    property int mostColumns: 6    // or 3, where longer words stand on the tiles

    signal chosen(kind: string)    // it may be the chosen one

    readonly property real _letters: Theme.textPixels(Theme.small)
    readonly property real _third: (root.width - 2 * root.columnSpacing) / 3
    readonly property real _sixth: (root.width - 5 * root.columnSpacing) / 6
    readonly property bool stacked: root.columns < 6 || root._sixth < 7.3 * root._letters

    function _go(index: int) {
        repeater.itemAt(Math.max(0, Math.min(repeater.count - 1, index)))?.forceActiveFocus(Qt.TabFocusReason)
    }
    function _text(kind: string): string {
        return kind === "promise" ? qsTr("Promise") : Kinds.wordsOf(root.words, kind)
    }

    columns: root.mostColumns === 6 && root._sixth >= 6 * root._letters ? 6 : root._third >= 6 * root._letters ? 3 : 2
    columnSpacing: 9
    rowSpacing: 9
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("What kind of note is it?")

    Repeater {
        id: repeater
        model: root.kinds
        KindTile {
            id: tile
            required property string modelData
            required property int index
            objectName: "kind-" + tile.modelData
            text: root._text(tile.modelData)
            readonly property KindLook look: KindLook { code: tile.modelData }
            symbol: tile.look.symbol
            tone: tile.look.tone
            stacked: root.stacked
            checked: root.kind === tile.modelData
            focusPolicy: Qt.TabFocus // a finger leaves the focus in the text, and the keyboard up
            onChosen: root.chosen(tile.modelData)
            Keys.onLeftPressed: root._go(tile.index + (Theme.rightToLeft ? 1 : -1))
            Keys.onRightPressed: root._go(tile.index + (Theme.rightToLeft ? -1 : 1))
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.fillHeight: true
        }
    }
}
