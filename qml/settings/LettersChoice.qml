// Letters as they look. Part of LettersCard.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Controls
import OurTable.Theme

T.RadioDelegate {
    id: root

    required property string family

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(76, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space12
    leftPadding: Theme.space16
    hoverEnabled: !Theme.touch
    focusPolicy: Qt.StrongFocus
    autoExclusive: false
    Accessible.focusable: true
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onPressAction: root.clicked()
    Accessible.onToggleAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radiusChoice
        color: root.checked ? Theme.colours.primaryTone.soft : root.hovered ? Theme.colours.sunken : Theme.colours.surface
        border.width: root.checked ? 2 : Theme.border
        border.color: root.checked ? Theme.colours.primary : Theme.colours.outline
        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusChoice
        }
    }
    contentItem: ColumnLayout {
        spacing: 2
        Txt {
            text: qsTr("agq Il1 O0", "letters that are easily taken for others")
            font.family: root.family
            font.pixelSize: Math.round(21 * Math.min(Theme.textScale, 1.5))
            silent: true
            Layout.fillWidth: true
        }
        Txt {
            text: root.text
            textStyle: Theme.caption
            color: root.checked ? Theme.colours.primaryTone.ink : Theme.colours.muted
            silent: true
            Layout.fillWidth: true
        }
    }
}
