// Things to do with what the focus is on. Its children are ActionItems; on touch the last is always Cancel.
import QtQuick
import QtQuick.Templates as T
import OurTable.Theme

T.Menu {
    id: root

    required property string name
    readonly property FocusReturn _focus: FocusReturn { popup: root }

    height: Math.min(implicitHeight, T.Overlay.overlay ? T.Overlay.overlay.height - 2 * margins : implicitHeight)
    implicitWidth: Math.max(220, contentItem.implicitWidth)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    margins: Theme.space8
    cascade: false
    Component.onCompleted: {
        for (let i = 0; i < root.count; ++i) {
            if (root.itemAt(i) === cancelling)
                root.moveItem(i, root.count - 1) // ours belongs last
        }
    }

    ActionItem {
        id: cancelling
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
