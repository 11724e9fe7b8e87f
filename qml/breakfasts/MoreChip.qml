// A button that stands among chips and leads to the rest of them.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Controls
import OurTable.Theme

T.Button {
    id: root

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.space12)
    focusPolicy: Qt.TabFocus
    hoverEnabled: !Theme.touch
    Accessible.name: root.text
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: height / 2
        color: root.hovered || root.down ? Theme.colours.sunken : Theme.colours.surface
        border.width: Theme.border
        border.color: Theme.colours.outline
        FocusRing {
            shown: root.visualFocus
            corner: parent.height / 2
        }
    }
    contentItem: RowLayout {
        spacing: Theme.space8
        Icon {
            symbol: "plus"
            size: 19
            colour: Theme.colours.muted
        }
        Txt {
            text: root.text
            textStyle: Theme.label
            silent: true
            Layout.fillWidth: true
        }
    }
}
