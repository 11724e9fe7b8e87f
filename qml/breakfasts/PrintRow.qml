// The way to the papers of a breakfast.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Item {
    id: root

    required property BreakfastSummary summary

    implicitHeight: button.height
    Btn {
        id: button
        objectName: "print"
        width: Math.min(implicitWidth, parent.width)
        kind: Btn.Quiet
        symbol: "print"
        text: qsTr("Print")
        onClicked: sheet.begin()
    }
    PrintSheet {
        id: sheet
        printing: Printing {
            session: root.summary.session
            meeting: root.summary.key
            held: !root.summary.open && !root.summary.planned
        }
    }
}
