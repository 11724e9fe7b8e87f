// Things to do with what the focus is on. Its children are ActionItems; on touch the last is always Cancel.
import QtQuick
import QtQuick.Templates as T
import OurTable.Theme

T.Menu {
    id: root

    required property string name
    readonly property FocusReturn _focus: FocusReturn { popup: root }

    implicitWidth: Math.max(220, contentItem.implicitWidth)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    margins: Theme.space8
    cascade: false
    Component.onCompleted: root.addItem(root.takeItem(0)) // ours comes first, and belongs last

    ActionItem {
        objectName: "cancel"
        text: qsTr("Cancel")
        symbol: "x"
        visible: Theme.touch
        height: visible ? implicitHeight : 0
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.colours.surface
        border.width: Theme.border
        border.color: Theme.isContrast ? Theme.colours.outline : Theme.colours.hairline
        Shadow { level: 2 }
    }
    contentItem: ListView {
        implicitWidth: 220
        implicitHeight: contentHeight
        model: root.contentModel
        currentIndex: root.currentIndex
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.PopupMenu
        Accessible.name: root.name
    }
}
