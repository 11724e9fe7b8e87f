// Before a breakfast begins (domain.md J1 step 3): what people need, what is read out, what was promised, and who came. Nothing has
// to be answered before notes are written.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session
    readonly property string _breakfast: root.details.key ?? ""

    title: qsTr("Before we start")
    belongsTo: "breakfasts"
    topic: "start"

    BeforeStart {
        id: check
        session: root.session
        breakfast: root._breakfast
    }
    HeadCount {
        id: heads
        session: root.session
        breakfast: root._breakfast
    }
    Scroll {
        anchors.fill: parent
        contentHeight: parts.implicitHeight + Theme.space24
        Grid { // positioners, as words wrap in them
            id: parts
            readonly property real cell: (width - (columns - 1) * columnSpacing) / columns
            visible: check.ready
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            columns: root.frame.wide ? 2 : 1
            columnSpacing: Theme.space20
            rowSpacing: Theme.space20
            Column {
                width: parts.cell
                spacing: Theme.space20
                Banner {
                    objectName: "readyProblem"
                    visible: text !== ""
                    width: parent.width
                    tone: Theme.colours.dangerTone
                    symbol: "alert"
                    text: check.problem !== "" ? check.problem : heads.problem
                }
                NeedsCard {
                    width: parent.width
                    check: check
                }
                ReadAloud {
                    width: parent.width
                    check: check
                }
            }
            Column {
                width: parts.cell
                spacing: Theme.space20
                CountCard {
                    width: parent.width
                    heads: heads
                    over: check.over
                }
                Btn {
                    objectName: "writeNotes"
                    width: parent.width
                    kind: Btn.Accent
                    symbol: "edit"
                    text: check.over ? qsTr("See the notes") : qsTr("Write notes")
                    big: true
                    onClicked: root.went("capture", { key: root._breakfast })
                }
                ThingsCard {
                    visible: check.recap.count > 0
                    width: parent.width
                    objectName: "recap"
                    title: qsTr("Promises to ask about")
                    rows: check.recap
                    onChosen: (page, kind, key) => root.went(page, { kind: kind, key: key })
                }
            }
        }
    }
}
