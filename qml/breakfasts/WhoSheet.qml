// Whose voice the note is (ux.md 7.6), and whether its words may be shared.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Sheet {
    id: root

    required property Capture capture

    property string voice
    property string permission

    function begin() {
        root.voice = root.capture.draft.voice
        root.permission = root.capture.draft.permission
        root.open()
    }

    objectName: "whoSheet"
    title: qsTr("Who said it")
    actionText: qsTr("Done")
    source: Qt.resolvedUrl("WhoBody.qml")
    properties: ({ sheet: root })
    onConfirmed: {
        root.capture.draft.voice = root.voice
        root.capture.draft.permission = root.permission
    }
}
