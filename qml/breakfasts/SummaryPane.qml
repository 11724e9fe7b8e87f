// One breakfast, told from top to bottom: where and when, what to do now, who came, what was said and promised.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Scroll {
    id: root

    required property BreakfastSummary summary
    required property bool mayWrite
    required property bool titled // its title does not stand above it already
    required property real gutter // beside the words; the bar of the scroll stands in it

    signal notesAsked
    signal went(page: string, details: var)

    contentHeight: column.implicitHeight + Theme.space24

    Column {
        id: column
        visible: root.summary.ready
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: root.gutter
        spacing: Theme.space20
        SummaryHead {
            width: parent.width
            summary: root.summary
            mayWrite: root.mayWrite
            titled: root.titled
            onNotesAsked: root.notesAsked()
            onReadyAsked: root.went("ready", { key: root.summary.key })
        }
        Btn {
            objectName: "sortNotes"
            visible: root.mayWrite && root.summary.unsorted !== ""
            width: Math.min(implicitWidth, parent.width)
            kind: Btn.Secondary
            symbol: "layers"
            text: qsTr("Sort the notes")
            onClicked: root.went("sort", { gathering: root.summary.key })
        }
        SummaryNotes {
            visible: root.summary.notes.count > 0 || root.summary.tables.count > 0 || root.summary.takenBack !== ""
            width: parent.width
            summary: root.summary
        }
        ThingsCard {
            visible: root.summary.recap.count > 0
            width: parent.width
            objectName: "recap"
            title: qsTr("Promises to ask about")
            rows: root.summary.recap
            onChosen: (page, kind, key) => root.went(page, { kind: kind, key: key })
        }
        ThingsCard {
            visible: root.summary.promises.count > 0
            width: parent.width
            objectName: "promises"
            title: qsTr("Promised here")
            rows: root.summary.promises
            onChosen: (page, kind, key) => root.went(page, { kind: kind, key: key })
        }
    }
    Banner {
        visible: root.summary.problem !== ""
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: root.gutter
        tone: Theme.colours.warningTone
        symbol: "alert"
        text: root.summary.problem
    }
}
