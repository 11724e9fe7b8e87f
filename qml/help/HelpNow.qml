// Get help now on its own, where nothing else may be shown.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Scroll {
    id: root

    required property Session session

    readonly property HelpLines _lines: HelpLines { session: root.session }

    contentHeight: card.implicitHeight + 2 * Theme.space16

    GetHelpCard {
        id: card
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.space16
        width: Math.min(620, root.width - 2 * Theme.space16)
        lines: root._lines
    }
}
