// What can be done with a note of the feed, without opening it. Part of FeedPane.
pragma ComponentBehavior: Bound
import QtQml
import QtQuick
import OurTable.Controls

ActionMenu {
    id: root

    property string key      // of the note
    property int echoes      // how many others said so
    property string _wish    // what was chosen

    signal moreAsked
    signal echoAsked(by: int)
    signal takeBackAsked

    function openOver(card: Item, key: string, echoes: int) {
        root.key = key
        root.echoes = echoes
        root._wish = ""
        root.parent = card
        root.open()
    }
    function _go() {
        if (root._wish === "menuMore")
            root.moreAsked()
        else if (root._wish === "menuEcho")
            root.echoAsked(1)
        else if (root._wish === "menuEchoLess")
            root.echoAsked(-1)
        else if (root._wish === "menuTakeBack")
            root.takeBackAsked()
    }

    name: qsTr("This note")
    objectName: "noteMenu"
    onClosed: root._after.start()

    readonly property Timer _after: Timer { // what comes next takes the focus: not before this has given it back
        interval: 0
        onTriggered: root._go()
    }
    readonly property Instantiator _items: Instantiator {
        model: [{ code: "menuMore", text: qsTr("Add more"), symbol: "plus" },
                { code: "menuEcho", text: qsTr("Someone else said so"), symbol: "people" },
                ...(root.echoes > 0 ? [{ code: "menuEchoLess", text: qsTr("One less said so"), symbol: "minus" }] : []),
                { code: "menuTakeBack", text: qsTr("Take this note back"), symbol: "x" }]
        ActionItem {
            required property var modelData
            objectName: modelData.code
            text: modelData.text
            symbol: modelData.symbol
            onTriggered: root._wish = modelData.code
        }
        onObjectAdded: (index, object) => root.insertItem(index, object as ActionItem)
        onObjectRemoved: (index, object) => root.removeItem(object as ActionItem)
    }
}
