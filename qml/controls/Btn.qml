// A button: a verb, on up to two lines, never cut. Accent starts something, danger removes, onLive lies on the live strip.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme

T.Button {
    id: root

    enum Kind { Primary, Secondary, Quiet, Accent, Danger, OnLive }

    property int kind: Btn.Primary
    property string symbol
    property string symbolAfter
    property bool big: false
    property bool busy: false // keeps its label and adds "…"

    readonly property color _ink: !root.enabled ? Theme.colours.muted
        : root.kind === Btn.Primary ? Theme.colours.primaryInk
        : root.kind === Btn.Accent ? Theme.colours.accentInk
        : root.kind === Btn.Danger ? Theme.colours.dangerTone.ink
        : root.kind === Btn.OnLive ? Theme.colours.liveInk : Theme.colours.link
    readonly property color _fill: !root.enabled ? Theme.colours.sunken
        : root.kind === Btn.Primary ? (root.down ? Theme.colours.primaryPress : root.hovered ? Theme.colours.primaryHover : Theme.colours.primary)
        : root.kind === Btn.Accent ? Theme.colours.accentTone.solid
        : root.kind === Btn.OnLive ? Theme.overLiveFill
        : root.hovered || root.down ? Theme.colours.primaryTone.soft
        : root.kind === Btn.Quiet ? "transparent" : Theme.colours.surface
    readonly property bool _outlined: !root.enabled || root.kind === Btn.Secondary || root.kind === Btn.Danger
        || root.kind === Btn.OnLive || (Theme.isContrast && root.kind !== Btn.Quiet)

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(root.big ? Theme.control + Theme.space8 : Theme.control, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: root.kind === Btn.Quiet ? Theme.space12 : Theme.space20
    rightPadding: leftPadding
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    hoverEnabled: !Theme.touch
    Accessible.name: root.text
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: root._fill
        border.width: root._outlined ? Theme.border : 0
        border.color: !root.enabled ? Theme.colours.hairline
            : root.kind === Btn.Danger ? Theme.colours.dangerTone.solid
            : root.kind === Btn.OnLive ? Theme.overLiveLine : Theme.colours.outline
        Behavior on color {
            enabled: root.hovered || root.down // not when the theme changes
            ColorAnimation { duration: Theme.fast }
        }
        FocusRing {
            shown: root.visualFocus
            border.color: root.kind === Btn.OnLive && Theme.isLight ? Theme.colours.liveInk : Theme.colours.focus
        }
    }
    contentItem: RowLayout {
        spacing: Theme.space8
        Item { Layout.fillWidth: true }
        Icon {
            symbol: root.symbol
            visible: root.symbol !== ""
            colour: root._ink
            size: root.big ? 24 : 21
        }
        Txt {
            text: root.busy ? root.text + "…" : root.text
            visible: root.text !== ""
            textStyle: root.big ? Theme.h3 : Theme.label
            font.weight: Font.DemiBold
            color: root._ink
            horizontalAlignment: Text.AlignHCenter
            silent: true
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Icon {
            symbol: root.symbolAfter
            visible: root.symbolAfter !== ""
            colour: root._ink
            size: 20
        }
        Item { Layout.fillWidth: true }
    }
}
