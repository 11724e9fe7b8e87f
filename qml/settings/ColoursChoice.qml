// A set of colours as a picture of itself. Part of ColoursCard.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Controls
import OurTable.Theme

T.RadioDelegate {
    id: root

    required property ColourSet shown
    property bool outlined: false

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(112, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space12
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
        radius: Theme.radiusNote
        color: root.shown.canvas
        border.width: root.checked ? 3 : Theme.border
        border.color: root.checked ? Theme.colours.primary : Theme.colours.outline
        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusNote
        }
    }
    contentItem: ColumnLayout {
        spacing: Theme.space8
        Rectangle {
            implicitHeight: Math.max(50, Theme.textPixels(Theme.h2) + Theme.space24)
            radius: Theme.radiusControl
            color: root.shown.surface
            border.width: root.outlined ? 2 : 0
            border.color: root.shown.outline
            Layout.fillWidth: true
            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.space12
                anchors.rightMargin: Theme.space12
                Txt {
                    text: qsTr("Aa", "letters, as an example of colours")
                    textStyle: Theme.h2
                    color: root.shown.text
                    silent: true
                    Layout.fillWidth: true
                }
                Rectangle {
                    implicitWidth: 44
                    implicitHeight: 24
                    radius: Theme.radiusTag
                    color: root.shown.primary
                }
            }
        }
        RowLayout {
            spacing: Theme.space8
            Txt {
                text: root.text
                textStyle: Theme.smallStrong
                color: root.shown.text
                silent: true
                Layout.fillWidth: true
            }
            Rectangle {
                implicitWidth: 26
                implicitHeight: 26
                radius: 13
                opacity: root.checked ? 1 : 0
                color: root.shown.primary
                Icon {
                    anchors.centerIn: parent
                    symbol: "tick"
                    size: 17
                    stroke: 2.6
                    colour: root.shown.primaryInk
                }
            }
        }
    }
}
