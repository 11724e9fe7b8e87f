// What somebody was writing here when they left.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Banner {
    id: root

    required property RecordForm form

    symbol: "edit"
    title: qsTr("Here is what you were writing")
    text: qsTr("It is kept on this tablet until you save it or put it back.")

    Btn {
        objectName: "putBack"
        kind: Btn.Secondary
        text: qsTr("Put it back")
        onClicked: root.form.discard()
    }
}
