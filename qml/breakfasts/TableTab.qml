// One table of the live strip: its number, and how many notes it has.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme
import OurTable.Controls

T.RadioButton {
    id: root

    required property int number
    required property int notes

    property bool narrow: false

    signal chosen

    readonly property color _fill: !root.checked ? (root.hovered ? Theme.overLiveLine : Theme.isContrast ? Theme.colours.live : Theme.overLiveFill)
        : Theme.isLight ? Theme.colours.surface : Theme.colours.primary
    readonly property color _ink: !root.checked ? Theme.colours.liveInk : Theme.isLight ? Theme.colours.text : Theme.colours.primaryInk
    readonly property color _muted: !root.checked ? Theme.colours.liveMuted : Theme.isLight ? Theme.colours.muted : Theme.colours.primaryInk

    implicitWidth: root.narrow ? Math.max(52, implicitContentWidth + Theme.space4) : Math.max(62, implicitContentWidth + 2 * Theme.space12)
    implicitHeight: Math.max(Theme.touch ? 48 : 40, implicitContentHeight + Theme.space8)
    autoExclusive: false
    checkable: false
    focusPolicy: Qt.TabFocus // a finger leaves the focus in the text
    hoverEnabled: !Theme.touch
    onClicked: root.chosen()
    Accessible.name: qsTr("Table %1, %n notes", "", root.notes).arg(root.number)
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onPressAction: root.chosen()
    Accessible.onToggleAction: root.chosen()
    Keys.onReturnPressed: root.chosen()
    Keys.onEnterPressed: root.chosen()

    background: Rectangle {
        radius: Theme.radiusChoice
        color: root._fill
        border.width: Theme.isContrast ? Theme.border : 0
        border.color: root.checked ? Theme.colours.primary : Theme.colours.liveInk
        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusChoice
        }
    }
    contentItem: RowLayout {
        spacing: Theme.space8 - 1
        Item { Layout.fillWidth: true }
        Txt {
            text: root.number
            textStyle: Theme.h3
            color: root._ink
            wrapMode: Text.NoWrap
            silent: true
        }
        Txt {
            text: root.notes
            textStyle: Theme.caption
            color: root._muted
            wrapMode: Text.NoWrap
            silent: true
        }
        Item { Layout.fillWidth: true }
    }
}
