// Where a breakfast is: the places that are known, the one used last first, and any other in words.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property StartBreakfast form
    required property Session session
    property bool other: false // somewhere that is not in the list
    property bool _all: false

    readonly property int _few: 4

    // What the input method still holds belongs to the place.
    function settle() {
        if (typed.visible)
            root.form.place = typed.wholeText()
    }
    function _chooseOther() {
        root.other = true
        root.form.place = typed.text
        typed.forceActiveFocus(Qt.TabFocusReason)
    }
    function _choose(place: string) {
        root.other = false
        root.form.place = place
    }

    // A draft may hold a place that is in no list.
    function begin() {
        root.other = root.form.places.count > 0 && !root.form.placeIsKnown
        typed.text = root.form.placeIsKnown ? "" : root.form.place
    }
    function showFault() {
        typed.forceActiveFocus(Qt.TabFocusReason)
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space12
        Txt {
            text: qsTr("Where are you meeting?")
            textStyle: Theme.h2
            heading: true
            width: root.width - 2 * root.padding
        }
        Repeater {
            model: root.form.places
            RadioCard {
                id: place
                required property int index
                required property string detail
                required text
                objectName: "place" + place.index
                visible: root._all || place.index < root._few
                hint: place.detail
                symbol: "cup"
                checked: !root.other && root.form.place === place.text
                onClicked: root._choose(place.text)
                width: root.width - 2 * root.padding
            }
        }
        Btn {
            objectName: "morePlaces"
            visible: !root._all && root.form.places.count > root._few
            kind: Btn.Quiet
            symbol: "down"
            text: qsTr("More places")
            width: Math.min(implicitWidth, root.width - 2 * root.padding)
            onClicked: root._all = true
        }
        RadioCard {
            objectName: "otherPlace"
            visible: root.form.places.count > 0
            text: qsTr("Another place")
            symbol: "pin"
            checked: root.other
            onClicked: root._chooseOther()
            width: root.width - 2 * root.padding
        }
        Field {
            id: typed
            objectName: "place"
            visible: root.other || root.form.places.count === 0
            label: qsTr("Name of the place")
            error: root.form.placeProblem
            maximumLength: 120
            onEdited: root.form.place = typed.text
            width: root.width - 2 * root.padding
        }
        NearestOffer {
            width: root.width - 2 * root.padding
            session: root.session
            current: root.form.place
            onChosen: place => root._choose(place)
        }
    }
}
