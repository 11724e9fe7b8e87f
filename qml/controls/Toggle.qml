// On or off, at once, with the word beside it.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme

T.Switch {
    id: root

    property string hint

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch ? 68 : 48, implicitContentHeight + 2 * Theme.space8)
    leftPadding: root.mirrored ? 58 + Theme.space12 : 0
    rightPadding: root.mirrored ? 0 : 58 + Theme.space12
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.description: root.hint
    Accessible.onToggleAction: { root.toggle(); root.toggled() }
    Accessible.onPressAction: { root.toggle(); root.toggled() }
    Keys.onReturnPressed: { root.toggle(); root.toggled() }
    Keys.onEnterPressed: { root.toggle(); root.toggled() }

    indicator: Rectangle {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        implicitWidth: 58
        implicitHeight: 34
        radius: 17
        color: root.checked ? Theme.colours.primary : Theme.colours.surface
        border.width: root.checked ? 0 : 2
        border.color: Theme.colours.outline
        FocusRing {
            shown: root.visualFocus
            corner: 17
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: root.checked ? undefined : parent.left
            anchors.right: root.checked ? parent.right : undefined
            anchors.margins: Theme.space4
            implicitWidth: 26
            implicitHeight: 26
            radius: 13
            color: root.checked ? Theme.colours.primaryInk : Theme.colours.outline
            Icon {
                anchors.centerIn: parent
                visible: root.checked
                symbol: "tick"
                size: 18
                stroke: 2.6
                colour: Theme.colours.primary
            }
        }
    }
    contentItem: RowLayout {
        spacing: Theme.space12
        ColumnLayout {
            spacing: 2
            Txt {
                text: root.text
                textStyle: Theme.strong
                silent: true
                Layout.fillWidth: true
            }
            Txt {
                text: root.hint
                visible: root.hint !== ""
                textStyle: Theme.small
                color: Theme.colours.muted
                silent: true
                Layout.fillWidth: true
            }
        }
        Txt {
            text: root.checked ? qsTr("On") : qsTr("Off")
            textStyle: Theme.label
            font.weight: Font.DemiBold
            color: root.checked ? Theme.colours.primary : Theme.colours.muted
            silent: true
        }
    }
}
