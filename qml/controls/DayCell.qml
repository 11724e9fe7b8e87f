// One day of a MonthGrid; holds its place when it is not shown.
import QtQuick
import OurTable.Theme
import "words.js" as Words

Item {
    id: root

    required property string date
    required property DayWords words
    required property bool shown
    required property bool current // the one that Tab reaches
    required property bool today
    required property bool chosen

    signal picked

    implicitWidth: Theme.target
    implicitHeight: Math.max(Theme.target, number.implicitHeight + Theme.space8)
    enabled: root.shown
    activeFocusOnTab: root.activeFocus || (root.shown && root.current) // not taken from what has the focus
    Accessible.role: Accessible.Cell
    Accessible.name: Words.spoken([root.words.full(root.date), root.today ? qsTr("Today") : "", root.chosen ? qsTr("Chosen") : ""])
    Accessible.ignored: !root.shown
    Accessible.focusable: true
    Accessible.selectable: true
    Accessible.selected: root.chosen
    Accessible.onPressAction: root.picked()
    Keys.onReturnPressed: root.picked()
    Keys.onEnterPressed: root.picked()
    Keys.onSpacePressed: root.picked()

    Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        visible: root.shown
        radius: Theme.radiusControl
        color: root.chosen ? Theme.colours.primary : hover.hovered ? Theme.colours.sunken : "transparent"
        border.width: root.today && !root.chosen ? 2 : 0
        border.color: Theme.colours.primary
    }
    Rectangle { // within the cell, as cells have no gap between them
        anchors.fill: parent
        visible: root.activeFocus
        radius: Theme.radiusControl
        color: "transparent"
        border.width: Theme.focusWidth
        border.color: Theme.colours.focus
    }
    Txt {
        id: number
        anchors.centerIn: parent
        visible: root.shown
        text: Number(root.date.slice(8))
        textStyle: Theme.label
        font.weight: root.chosen || root.today ? Font.DemiBold : Font.Medium
        color: root.chosen ? Theme.colours.primaryInk : Theme.colours.text
        silent: true
    }
    HoverHandler {
        id: hover
        enabled: !Theme.touch
    }
    TapHandler { onTapped: root.picked() }
}
