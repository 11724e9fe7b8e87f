// One breakfast of the list, under the head of its part when it is the first of it. The head is no section delegate of the list:
// Qt 6.4 creates none in a file whose components are bound.
import QtQuick
import OurTable.Controls
import OurTable.Theme

Column {
    id: root

    required property var model // roles of BreakfastsModel; empty until they are read
    required property int index
    property string part        // in words, when the head stands above
    property int places
    property bool chosen
    property bool leadsOn

    signal opened
    signal moved(step: int)

    function take() {
        row.forceActiveFocus(Qt.TabFocusReason)
    }

    Txt {
        visible: root.part !== ""
        width: root.width
        topPadding: Theme.space16
        bottomPadding: Theme.space4
        text: root.part
        textStyle: Theme.h3
        heading: true
    }
    ListRow {
        id: row
        objectName: "breakfast" + root.index
        width: root.width
        symbol: "cup"
        tone: Theme.colours.primaryTone
        text: root.model.day ?? ""
        detail: root.model.detail ?? ""
        tag: root.model.standing ?? ""
        tagBelow: true
        tagTone: root.model.mark === "warning" ? Theme.colours.warningTone : Theme.colours.primaryTone
        place: root.index + 1
        places: root.places
        highlighted: root.chosen
        leadsOn: root.leadsOn
        onClicked: root.opened()
        Keys.onUpPressed: root.moved(-1)
        Keys.onDownPressed: root.moved(1)
    }
}
