// What this person can do with a record: change it, say yes to it, move it on, remove it or bring it back.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Flow {
    id: root

    required property RecordForm form

    signal changeAsked

    // Not by what the buttons show: behind the cover none does, and this would not come back.
    visible: (root.form.mayChange && !root.form.removed) || root.form.maySayYes || root.form.mayRemove || root.form.moves.length > 0
    spacing: Theme.space12

    Btn {
        id: change
        width: Math.min(implicitWidth, root.width)
        objectName: "change"
        visible: root.form.mayChange && !root.form.removed
        text: qsTr("Change")
        symbol: "edit"
        focus: true
        onClicked: root.changeAsked()
    }
    Btn {
        id: yes
        objectName: "sayYes"
        visible: root.form.maySayYes
        kind: Btn.Secondary
        text: qsTr("I say yes to this")
        symbol: "tick"
        width: Math.min(implicitWidth, root.width)
        onClicked: root.form.sayYes()
    }
    Repeater {
        model: root.form.moves
        Btn {
            id: move
            required property var modelData
            objectName: "move-" + move.modelData.to
            kind: Btn.Secondary
            text: move.modelData.text
            width: Math.min(implicitWidth, root.width)
            onClicked: root.form.move(move.modelData.to)
        }
    }
    Btn {
        id: remove
        width: Math.min(implicitWidth, root.width)
        objectName: "remove"
        visible: root.form.mayRemove && !root.form.removed
        kind: Btn.Danger
        text: qsTr("Remove")
        onClicked: asking.open()
    }
    Btn {
        id: back
        width: Math.min(implicitWidth, root.width)
        objectName: "bringBack"
        visible: root.form.mayRemove && root.form.removed
        text: qsTr("Bring it back")
        symbol: "undo"
        onClicked: root.form.bringBack()
    }
    RemoveSheet {
        id: asking
        what: root.form.title
        onConfirmed: root.form.remove()
    }
}
