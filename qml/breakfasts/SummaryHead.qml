// Where and when a breakfast is, and what to do about it now.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property BreakfastSummary summary
    required property bool mayWrite
    required property bool titled

    signal notesAsked
    signal readyAsked

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space12
        Flow {
            width: parent.width
            spacing: Theme.space8
            Tag {
                objectName: "standing"
                width: Math.min(implicitWidth, parent.width)
                text: root.summary.standing
                tone: root.summary.open ? Theme.colours.primaryTone : Theme.colours.neutralTone
            }
            Tag {
                visible: root.summary.toFinish
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Still to finish")
                tone: Theme.colours.warningTone
            }
            Tag {
                visible: root.summary.unsorted !== ""
                width: Math.min(implicitWidth, parent.width)
                text: root.summary.unsorted
                tone: Theme.colours.warningTone
            }
        }
        Txt {
            objectName: "summaryTitle"
            visible: root.titled
            width: parent.width
            text: root.summary.title
            textStyle: Theme.h2
            heading: true
            maximumLineCount: 4
            elide: Text.ElideRight
        }
        Txt {
            width: parent.width
            text: root.summary.when
            textStyle: Theme.strong
        }
        Txt {
            objectName: "summaryQuestion"
            visible: root.summary.question !== ""
            width: parent.width
            text: qsTr("“%1”").arg(root.summary.question)
            textStyle: Theme.lead
        }
        Txt {
            visible: root.summary.people !== ""
            width: parent.width
            text: root.summary.people
        }
        Row {
            visible: root.summary.access !== ""
            width: parent.width
            spacing: Theme.space8
            Icon {
                id: info
                symbol: "info"
                size: 21
                colour: Theme.colours.infoTone.solid
            }
            Txt {
                width: parent.width - info.width - parent.spacing
                text: root.summary.access
                textStyle: Theme.small
                color: Theme.colours.muted
            }
        }
        Btn {
            objectName: "openNotes"
            visible: root.mayWrite
            width: Math.min(implicitWidth, parent.width)
            kind: root.summary.open || root.summary.planned ? Btn.Accent : Btn.Secondary
            symbol: root.summary.open || root.summary.planned ? "edit" : "layers"
            text: root.summary.open ? qsTr("Write notes") : root.summary.planned ? qsTr("Open for notes") : qsTr("See the notes")
            big: true
            onClicked: root.notesAsked()
        }
        Btn {
            objectName: "openReady"
            visible: root.mayWrite && (root.summary.open || root.summary.planned)
            width: Math.min(implicitWidth, parent.width)
            kind: Btn.Secondary
            symbol: "volume"
            text: qsTr("Before we start")
            onClicked: root.readyAsked()
        }
        PrintRow { width: parent.width; summary: root.summary }
    }
}
