// One of the people of this device.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Controls
import OurTable.Theme

T.RadioDelegate {
    id: root

    property string part // in the programme
    property Tone tone: Theme.colours.categories[0]

    function choose() {
        root.checked = true
        root.clicked()
    }

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch ? 84 : 68, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space12
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    hoverEnabled: !Theme.touch
    focusPolicy: Qt.StrongFocus
    Accessible.focusable: true
    Accessible.name: root.part === "" ? root.text : root.text + ". " + root.part
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onPressAction: root.choose()
    Accessible.onToggleAction: root.choose()
    Keys.onReturnPressed: root.choose()
    Keys.onEnterPressed: root.choose()

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.checked ? Theme.colours.primaryTone.soft : root.hovered ? Theme.colours.sunken : Theme.colours.surface
        border.width: root.checked ? 2 : Theme.border
        border.color: root.checked ? Theme.colours.primary : Theme.colours.outline
        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusCard
        }
    }
    contentItem: RowLayout {
        spacing: Theme.space16
        Avatar {
            name: root.text
            side: 48
            tone: root.tone
            color: root.checked ? Theme.colours.surface : root.tone.soft
        }
        ColumnLayout {
            spacing: 0
            Txt {
                text: root.text
                textStyle: Theme.h3
                color: root.checked ? Theme.colours.primaryTone.ink : Theme.colours.text
                maximumLineCount: 3
                elide: Text.ElideRight
                silent: true
                Layout.fillWidth: true
            }
            Txt {
                text: root.part
                visible: root.part !== ""
                textStyle: Theme.small
                color: root.checked ? Theme.colours.primaryTone.ink : Theme.colours.muted
                maximumLineCount: 2
                elide: Text.ElideRight
                silent: true
                Layout.fillWidth: true
            }
        }
    }
}
