// One thing that a table takes with it, being written. Part of HarvestPage.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property string label
    required property int limit

    signal written(words: string)
    signal accepted
    signal undoAsked

    // With the words that the input method still holds.
    function wholeText(): string {
        return box.wholeText()
    }

    // Something else to go on with.
    function put(words: string) {
        if (box.textSoFar() !== words)
            box.put(words)
    }

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space4
        TextBox {
            id: box
            objectName: root.objectName === "" ? "" : root.objectName + "Box"
            focus: true
            label: root.label
            leastHeight: 82
            onEdited: root.written(box.textSoFar())
            onAccepted: root.accepted()
            onUndoAsked: root.undoAsked()
            Layout.fillWidth: true
        }
        BoxLine {
            problem: ""
            length: Array.from(box.text).length
            limit: root.limit
            Layout.fillWidth: true
        }
    }
}
