// A box to tick, with its words as part of the target.
import QtQuick
import QtQuick.Templates as T
import OurTable.Theme

T.CheckBox {
    id: root

    property TextStyle textStyle: Theme.body
    readonly property real _mark: (Theme.touch ? 26 : 21) + Theme.space12

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.space12)
    leftPadding: root.mirrored ? Theme.space4 : root._mark
    rightPadding: root.mirrored ? root._mark : Theme.space4
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onToggleAction: { root.toggle(); root.toggled() }
    Accessible.onPressAction: { root.toggle(); root.toggled() }
    Keys.onReturnPressed: { root.toggle(); root.toggled() }
    Keys.onEnterPressed: { root.toggle(); root.toggled() }

    indicator: CheckMark {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        checked: root.checked
        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusTag
        }
    }
    contentItem: Txt {
        text: root.text
        textStyle: root.textStyle
        verticalAlignment: Text.AlignVCenter
        silent: true
    }
}
