// A row of the feed's list: the card with the room beside it. Part of FeedPane.
import QtQuick
import OurTable.Bridge
import OurTable.Theme

Item {
    id: root

    required property var model
    required property int index
    required property Session session
    property int count: 0
    property bool isNew: false
    readonly property string key: card.key
    readonly property bool promise: card.promise
    readonly property bool takenBack: card.takenBack
    readonly property int echoes: card.echoes

    signal undoAsked
    signal moreAsked
    signal menuAsked
    signal focused

    implicitHeight: card.implicitHeight
    height: implicitHeight

    FeedCard {
        id: card
        anchors.fill: parent
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space16
        model: root.model
        index: root.index
        session: root.session
        count: root.count
        isNew: root.isNew
        onUndoAsked: root.undoAsked()
        onMoreAsked: root.moreAsked()
        onMenuAsked: root.menuAsked()
        onActiveFocusChanged: if (card.activeFocus) root.focused()
    }
}
