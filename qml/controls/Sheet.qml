// Something to choose, or a removal to confirm, over the page: only for these. Escape and Cancel leave all as it was; the focus
// goes back to where it was.
import QtQuick
import QtQuick.Templates as T
import OurTable.Theme

T.Dialog {
    id: root

    // What it shows: a component, or a file with its properties, which is made each time it opens.
    property Component body: null
    property string source
    property var properties: ({})
    required property string actionText // a verb
    property string cancelText: qsTr("Cancel") // empty: there is nothing to take back
    property bool removes: false
    property bool keepFirst: false // what leaves all as it was stands first: of what can't be undone

    signal confirmed

    readonly property FocusReturn _focus: FocusReturn { popup: root }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(560, (parent ? parent.width : 560) - 2 * Theme.space16)
    height: Math.min(implicitHeight, (parent ? parent.height : implicitHeight) - 2 * Theme.space16)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space24
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape

    T.Overlay.modal: Rectangle {
        color: Theme.colours.scrim // lets the page through by itself: the overlay sets the opacity
    }

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.colours.surface
        border.width: Theme.isLight ? 0 : Theme.border
        border.color: Theme.colours.hairline
        Shadow { level: 2 }
    }
    contentItem: SheetBody {
        title: root.title
        body: root.body
        source: root.source
        properties: root.properties
        shown: root.visible
        actionText: root.actionText
        cancelText: root.cancelText
        removes: root.removes
        keepFirst: root.keepFirst
        onCancelled: root.close()
        onConfirmed: {
            root.close()
            root.confirmed()
        }
    }
}
