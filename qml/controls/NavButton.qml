// One destination in a bar, a rail or a sidebar. Part of NavBar, NavRail and SideBar.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme
import "words.js" as Words

T.TabButton {
    id: root

    property string symbol
    property int count: 0
    property bool chosen: false
    property bool inRow: false       // words beside the icon, as in a sidebar
    property string shortcutWords

    readonly property color _ink: !root.chosen ? Theme.colours.muted
        : root.inRow && Theme.isContrast ? Theme.colours.primaryInk : Theme.colours.primaryTone.ink

    checkable: false
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(root.inRow ? Math.max(40, Theme.target) : 66, implicitContentHeight + topPadding + bottomPadding)
    padding: root.inRow ? Theme.space8 : Theme.space4
    hoverEnabled: !Theme.touch
    focusPolicy: Qt.StrongFocus
    Accessible.name: Words.spoken([root.text, root.count > 0 ? qsTr("%n waiting", "", root.count) : ""])
    Accessible.focusable: true
    Accessible.selected: root.chosen
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: !root.inRow ? "transparent"
            : root.chosen ? (Theme.isContrast ? Theme.colours.primary : Theme.colours.primaryTone.soft)
            : root.hovered ? Theme.colours.sunken : "transparent"
        Rectangle { // within the place, as the next is close
            anchors.fill: parent
            visible: root.visualFocus
            radius: Theme.radiusControl
            color: "transparent"
            border.width: Theme.focusWidth
            border.color: Theme.colours.focus
        }
    }
    contentItem: GridLayout {
        columns: root.inRow ? 4 : 1
        columnSpacing: Theme.space12
        rowSpacing: 2
        NavSign {
            sign: root.symbol
            count: root.count
            chosen: root.chosen
            inRow: root.inRow
            ink: root._ink
            Layout.alignment: Qt.AlignHCenter
        }
        Txt {
            text: root.text
            textStyle: root.inRow ? Theme.label : Theme.caption
            font.weight: root.chosen ? Font.DemiBold : Font.Medium
            color: root.inRow && !root.chosen ? Theme.colours.text : root._ink
            horizontalAlignment: root.inRow ? Text.AlignLeft : Text.AlignHCenter
            silent: true
            Layout.fillWidth: true
        }
        Txt {
            visible: root.inRow && (root.count > 0 || root.shortcutWords !== "")
            text: root.count > 0 ? root.count : root.shortcutWords
            textStyle: root.count > 0 ? Theme.smallStrong : Theme.caption
            color: root._ink
            wrapMode: Text.NoWrap
            silent: true
        }
    }
}
