// The main destinations as a menu, where there is no room for all of them along the foot of a phone.
pragma ComponentBehavior: Bound
import QtQml
import QtQuick
import OurTable.Controls

ActionMenu {
    id: root

    required property var places // of Destination

    signal placeChosen(key: string)

    function openOver(bar: Item) {
        root.popup(bar, (bar.width - root.width) / 2, -root.height)
    }

    name: qsTr("Places")
    objectName: "places"

    readonly property Instantiator _items: Instantiator {
        model: root.places.length
        ActionItem {
            required property int index
            readonly property Destination _place: root.places[index]
            objectName: "place-" + _place.key
            text: _place.text
            symbol: _place.symbol
            onTriggered: root.placeChosen(_place.key)
        }
        onObjectAdded: (index, item) => root.insertItem(index, item)
        onObjectRemoved: (index, item) => root.removeItem(item)
    }
}
