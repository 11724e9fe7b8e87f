// Who could change what a note is about. No layout around the two: one that other columns have resized keeps a row where it was.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Column {
    id: root

    required property string level // code; empty not sure

    signal chosen(level: string)

    readonly property bool _narrow: root.width < 30 * Theme.textPixels(Theme.label)
    readonly property bool _short: root.width < 44 * Theme.textPixels(Theme.label)

    function _codeAt(index: int): string {
        return index === 1 ? "individual" : index === 2 ? "system" : index === 3 ? "strategic" : ""
    }
    function _indexOf(code: string): int {
        return code === "individual" ? 1 : code === "system" ? 2 : code === "strategic" ? 3 : 0
    }

    spacing: Theme.space8
    Txt {
        text: qsTr("Who could change this?")
        textStyle: Theme.strong
        width: root.width
    }
    Segmented {
        objectName: "level"
        visible: !root._narrow
        name: qsTr("Who could change this?")
        focusPolicy: Qt.TabFocus
        current: root._indexOf(root.level)
        onChosen: index => root.chosen(root._codeAt(index))
        options: [
            SegmentOption { text: qsTr("Not sure") },
            SegmentOption { text: root._short ? qsTr("One person") : qsTr("One person's care"); symbol: "person" },
            SegmentOption { text: qsTr("A service"); symbol: "building" },
            SegmentOption { text: qsTr("Big decisions"); symbol: "landmark" }
        ]
        width: root.width
    }
    GridLayout {
        id: cards
        visible: root._narrow
        columns: root.width < 24 * Theme.textPixels(Theme.label) ? 1 : 2 // two have no room for signs as well
        columnSpacing: Theme.space8
        rowSpacing: Theme.space8
        width: root.width
        LevelCard { level: ""; now: root.level; text: qsTr("Not sure"); onChosenLevel: code => root.chosen(code) }
        LevelCard {
            level: "individual"
            now: root.level
            text: cards.columns === 1 ? qsTr("One person's care") : qsTr("One person")
            symbol: cards.columns === 1 ? "person" : ""
            onChosenLevel: code => root.chosen(code)
        }
        LevelCard {
            level: "system"
            now: root.level
            text: qsTr("A service")
            symbol: cards.columns === 1 ? "building" : ""
            onChosenLevel: code => root.chosen(code)
        }
        LevelCard {
            level: "strategic"
            now: root.level
            text: qsTr("Big decisions")
            symbol: cards.columns === 1 ? "landmark" : ""
            onChosenLevel: code => root.chosen(code)
        }
    }
}
