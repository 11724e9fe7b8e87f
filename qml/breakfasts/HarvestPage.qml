// Three things from one table, at the end of a round (domain.md J1 step 6): what the table takes with it, in its own words.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session

    readonly property int _table: root.details.table ?? 1

    function _show() {
        for (let box = 0; box < boxes.count; ++box)
            (boxes.itemAt(box) as HarvestBox).put(harvest.things[box])
    }
    function _takeAll() {
        for (let box = 0; box < boxes.count; ++box)
            harvest.write(box, (boxes.itemAt(box) as HarvestBox).wholeText())
    }
    function _save() {
        root._takeAll()
        harvest.save()
        boxes.itemAt(0)?.forceActiveFocus(Qt.OtherFocusReason)
    }

    title: qsTr("Three things")
    subtitle: qsTr("Table %1").arg(root._table)
    belongsTo: "breakfasts"
    topic: "capture"

    Harvesting {
        id: harvest
        session: root.session
        breakfast: root.details.key ?? ""
        table: root._table
        onSaid: words => root.said(words)
        onReplaced: root._show()
    }
    Scroll {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.space40
        ColumnLayout {
            id: column
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.leftMargin: root.frame.gutter
            width: Math.min(720, parent.width - 2 * root.frame.gutter)
            spacing: Theme.space16
            Txt {
                text: qsTr("What matters most from this round? Read each one back, and ask if it is right.")
                Layout.fillWidth: true
            }
            Txt {
                objectName: "cameBack"
                visible: harvest.cameBack
                text: qsTr("Here is what you were writing.")
                textStyle: Theme.smallStrong
                color: Theme.colours.infoTone.solid
                Layout.fillWidth: true
            }
            Repeater {
                id: boxes
                model: harvest.ready ? 3 : 0
                HarvestBox {
                    id: box
                    required property int index
                    objectName: "thing" + box.index
                    focus: box.index === 0
                    label: box.index === 0 ? qsTr("The first thing") : box.index === 1 ? qsTr("The second thing") : qsTr("The third thing")
                    limit: harvest.limit
                    Component.onCompleted: box.put(harvest.things[box.index])
                    onWritten: words => harvest.write(box.index, words)
                    onAccepted: root._save()
                    onUndoAsked: harvest.undo()
                    Layout.fillWidth: true
                }
            }
            Banner {
                objectName: "harvestProblem"
                visible: harvest.problem !== ""
                tone: Theme.colours.dangerTone
                symbol: "alert"
                text: harvest.problem
                Layout.fillWidth: true
            }
            Flow {
                spacing: Theme.space12
                Layout.fillWidth: true
                Btn {
                    objectName: "saveHarvest"
                    width: Math.min(implicitWidth, parent.width)
                    text: qsTr("Save these things")
                    symbol: "tick"
                    onClicked: root._save()
                }
                Btn {
                    objectName: "undoHarvest"
                    width: Math.min(implicitWidth, parent.width)
                    visible: harvest.undoable
                    kind: Btn.Quiet
                    symbol: "undo"
                    text: qsTr("Undo")
                    onClicked: {
                        harvest.undo()
                        boxes.itemAt(0)?.forceActiveFocus(Qt.OtherFocusReason)
                    }
                }
                Btn {
                    objectName: "leaveHarvest"
                    width: Math.min(implicitWidth, parent.width)
                    kind: Btn.Secondary
                    text: qsTr("Back to the notes")
                    onClicked: root.leaving()
                }
            }
            HarvestSoFar {
                visible: harvest.before.length > 0
                things: harvest.before
                Layout.fillWidth: true
            }
        }
    }
}
