// One of many that may be chosen together: themes, access needs.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme

T.CheckBox {
    id: root

    property string symbol
    property Tone tone: Theme.colours.primaryTone

    readonly property real _corner: Math.min(root.height / 2, 0.75 * Theme.target) // words on two lines stay inside

    horizontalPadding: Theme.space8 // the fillers have as much
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.space12)
    hoverEnabled: !Theme.touch
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onToggleAction: { root.toggle(); root.toggled() }
    Accessible.onPressAction: { root.toggle(); root.toggled() }
    Keys.onReturnPressed: { root.toggle(); root.toggled() }
    Keys.onEnterPressed: { root.toggle(); root.toggled() }

    background: Rectangle {
        radius: root._corner
        color: root.checked ? root.tone.soft : root.hovered ? Theme.colours.sunken : Theme.colours.surface
        border.width: root.checked ? 2 : Theme.border
        border.color: root.checked ? root.tone.solid : Theme.colours.outline
        FocusRing {
            shown: root.visualFocus
            corner: root._corner
        }
    }
    contentItem: RowLayout {
        spacing: Theme.space8
        Item { Layout.fillWidth: true }
        Icon {
            symbol: root.checked ? "tick" : root.symbol
            visible: symbol !== ""
            size: 19
            stroke: root.checked ? 2.4 : 1.75
            colour: root.checked ? root.tone.ink : Theme.colours.muted
        }
        Txt {
            text: root.text
            textStyle: Theme.label
            font.weight: root.checked ? Font.DemiBold : Font.Medium
            color: root.checked ? root.tone.ink : Theme.colours.text
            silent: true
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Item { Layout.fillWidth: true }
    }
}
