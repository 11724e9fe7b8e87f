// Before words are lost that the disk did not take: asks once, and names them. Over whatever is open.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Sheet {
    id: root

    required property Session session
    required property Closing ending

    objectName: "closingSheet"
    title: qsTr("Some words are not saved yet")
    actionText: qsTr("Close anyway")
    cancelText: qsTr("Stay")
    removes: true
    source: Qt.resolvedUrl("ClosingBody.qml")
    properties: ({ session: root.session, ending: root.ending })
}
