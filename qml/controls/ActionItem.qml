// One thing to do, in an ActionMenu.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme

T.MenuItem {
    id: root

    property string symbol
    property string shortcutWords

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space8
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    Accessible.name: root.text
    Accessible.focusable: true
    Accessible.onPressAction: root.triggered()

    background: Rectangle {
        color: root.highlighted ? Theme.colours.primaryTone.soft : "transparent"
        border.width: root.highlighted && Theme.isContrast ? Theme.border : 0
        border.color: Theme.colours.focus
    }
    contentItem: RowLayout {
        spacing: Theme.space12
        Icon {
            symbol: root.symbol
            visible: symbol !== ""
            size: 20
            colour: Theme.colours.muted
        }
        Txt {
            text: root.text
            textStyle: Theme.label
            silent: true
            Layout.fillWidth: true
        }
        Txt {
            text: root.shortcutWords
            visible: root.shortcutWords !== ""
            textStyle: Theme.caption
            color: Theme.colours.muted
            silent: true
        }
    }
}
