// One of several, with its words as part of the target. Siblings exclude each other.
import QtQuick
import QtQuick.Templates as T
import OurTable.Theme

T.RadioButton {
    id: root

    property TextStyle textStyle: Theme.body
    readonly property real _mark: (Theme.touch ? 26 : 21) + Theme.space12

    function choose() {
        root.checked = true
        root.toggled()
    }

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.space12)
    leftPadding: root.mirrored ? Theme.space4 : root._mark
    rightPadding: root.mirrored ? root._mark : Theme.space4
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onToggleAction: root.choose()
    Accessible.onPressAction: root.choose()
    Keys.onReturnPressed: root.choose()
    Keys.onEnterPressed: root.choose()

    indicator: CheckMark {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        checked: root.checked
        round: true
        FocusRing {
            shown: root.visualFocus
            corner: parent.height / 2
        }
    }
    contentItem: Txt {
        text: root.text
        textStyle: root.textStyle
        verticalAlignment: Text.AlignVCenter
        silent: true
    }
}
