// What PrintSheet shows.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Column {
    id: root

    required property Printing printing
    readonly property bool _done: root.printing.outcome !== ""

    spacing: Theme.space12
    Connections {
        target: root.printing
        function onChanged() {
            if (root.printing.problem !== "")
                return live.say(root.printing.problem)
            if (!root._done)
                return
            live.say(root.printing.outcome + " " + root.printing.next)
            if (!again.activeFocus)
                again.forceActiveFocus(Qt.OtherFocusReason) // what was pressed is gone
        }
    }
    LiveLine { id: live }
    Column {
        id: choices
        visible: !root._done
        width: parent.width
        Repeater {
            id: papers
            model: root.printing.papers
            delegate: ListRow {
                id: paper
                required property string key
                required property string sign
                required property int index
                width: choices.width
                symbol: paper.sign
                tone: Theme.colours.primaryTone
                enabled: !root.printing.busy
                place: paper.index + 1
                places: papers.count
                objectName: "paper-" + paper.key
                onClicked: root.printing.make(paper.key)
                required text
                required detail
            }
        }
    }
    Txt {
        objectName: "printFirst"
        visible: !root._done
        width: parent.width
        text: root.printing.busy ? qsTr("Making the file …") : qsTr("It is saved as a PDF file and opened. You print it from there.")
        textStyle: Theme.small
        color: Theme.colours.muted
    }
    Row {
        visible: root._done
        width: parent.width
        spacing: Theme.space12
        Icon {
            id: tick
            symbol: "tick"
            size: 24
            colour: Theme.colours.successTone.solid
        }
        Txt {
            objectName: "printOutcome"
            width: parent.width - tick.width - parent.spacing
            text: root.printing.outcome
            textStyle: Theme.strong
        }
    }
    Txt {
        objectName: "printNext"
        visible: root._done
        width: parent.width
        text: root.printing.next
    }
    Banner {
        objectName: "printProblem"
        visible: root.printing.problem !== ""
        width: parent.width
        tone: Theme.colours.warningTone
        symbol: "alert"
        text: root.printing.problem
    }
    Flow {
        visible: root._done
        width: parent.width
        spacing: Theme.space12
        Btn {
            id: again
            objectName: "printAgain"
            width: Math.min(implicitWidth, parent.width)
            kind: Btn.Secondary
            text: qsTr("Print something else")
            onClicked: root.printing.forget()
        }
        Btn {
            objectName: "printDelete"
            visible: root.printing.saved
            width: Math.min(implicitWidth, parent.width)
            kind: Btn.Danger
            text: qsTr("Remove the file")
            onClicked: root.printing.deleteFile()
        }
    }
}
