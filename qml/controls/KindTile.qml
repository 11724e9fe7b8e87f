// One of a few kinds, or none: choosing the chosen one again clears it. Its group is exclusive by the code that owns it.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme

T.RadioButton {
    id: root

    required property string symbol
    required property Tone tone
    property bool stacked: true

    signal chosen // pressed; the owner decides what is checked then

    implicitWidth: implicitContentWidth + 2 * Theme.space8
    implicitHeight: Math.max(root.stacked ? 74 : Theme.target + Theme.space8, implicitContentHeight + 2 * Theme.space8)
    autoExclusive: false
    checkable: false
    hoverEnabled: !Theme.touch
    onClicked: root.chosen()
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onPressAction: root.chosen()
    Accessible.onToggleAction: root.chosen()
    Keys.onReturnPressed: root.chosen()
    Keys.onEnterPressed: root.chosen()

    background: Rectangle {
        radius: Theme.radiusChoice
        color: root.checked ? root.tone.soft : root.hovered ? Theme.colours.sunken : Theme.colours.surface
        border.width: root.checked ? 2 : Theme.border
        border.color: root.checked ? root.tone.solid : Theme.colours.outline
        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusChoice
        }
        Rectangle {
            visible: root.checked
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: -7
            implicitWidth: 20
            implicitHeight: 20
            radius: 10
            color: root.tone.solid
            Icon {
                anchors.centerIn: parent
                symbol: "tick"
                size: 14
                stroke: 3
                colour: Theme.colours.surface
            }
        }
    }
    contentItem: GridLayout {
        columns: root.stacked ? 1 : 4
        rowSpacing: Theme.space4
        columnSpacing: Theme.space4
        Item {
            Layout.fillWidth: !root.stacked
            Layout.fillHeight: root.stacked
        }
        Icon {
            symbol: root.symbol
            size: root.stacked ? 25 : 21
            stroke: root.checked ? 2 : 1.75
            colour: root.checked ? root.tone.ink : root.tone.solid
            Layout.alignment: Qt.AlignHCenter
        }
        Txt {
            text: root.text
            textStyle: Theme.small
            font.weight: root.checked ? Font.DemiBold : Font.Medium
            color: root.checked ? root.tone.ink : Theme.colours.text
            horizontalAlignment: Text.AlignHCenter
            silent: true
            Layout.fillWidth: true
            Layout.maximumWidth: root.stacked ? -1 : Math.ceil(implicitWidth)
        }
        Item {
            Layout.fillWidth: !root.stacked
            Layout.fillHeight: root.stacked
        }
    }
}
