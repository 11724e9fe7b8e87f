// Which paper of a breakfast to print, and then what came of it. Closing it keeps the file.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Sheet {
    id: root

    required property Printing printing

    function begin() {
        root.printing.forget()
        root.open()
    }

    objectName: "printSheet"
    title: qsTr("Print")
    actionText: qsTr("Done")
    cancelText: ""
    source: Qt.resolvedUrl("PrintBody.qml")
    properties: ({ printing: root.printing })
}
