// What waits for the hub, as a locked file on a memory stick (ux.md 7.22).
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session

    readonly property bool _waits: root.session.sharing.toShare > 0

    title: qsTr("Save a locked copy")
    topic: "sharing"

    LockedCopy {
        id: lockedCopy
        session: root.session
        onChanged: {
            if (lockedCopy.problem !== "") {
                root.said(lockedCopy.problem)
                scroll.keep(problem)
            } else if (lockedCopy.outcome !== "") {
                root.said(lockedCopy.outcome + " " + lockedCopy.next)
                root.forceActiveFocus(Qt.OtherFocusReason) // what was pressed is gone
                scroll.contentY = 0
            }
        }
    }
    CopyPlaces {
        id: places
        session: root.session
    }
    Scroll {
        id: scroll
        anchors.fill: parent
        contentHeight: content.implicitHeight + Theme.space32
        ColumnLayout {
            id: content
            anchors.left: parent.left
            anchors.leftMargin: root.frame.gutter
            width: Math.min(parent.width - 2 * root.frame.gutter, 720)
            spacing: Theme.space16
            EmptyState {
                objectName: "nothingToCarry"
                visible: !root._waits && lockedCopy.outcome === ""
                symbol: "ticks"
                text: qsTr("Everything here is with the hub already. There is nothing to carry.")
                Layout.fillWidth: true
                Layout.topMargin: Theme.space40
            }
            CopyDone {
                visible: lockedCopy.outcome !== ""
                copy: lockedCopy
                again: qsTr("Save one more")
                onDone: root.leaving()
                Layout.fillWidth: true
            }
            ColumnLayout {
                visible: root._waits && lockedCopy.outcome === ""
                spacing: Theme.space16
                Layout.fillWidth: true
                Txt {
                    text: qsTr("What waits here goes into one file. Only your programme can open it.")
                    Layout.fillWidth: true
                }
                LegendLine {
                    symbol: "tick"
                    tint: Theme.colours.warningTone.solid
                    text: root.session.sharing.waitingWords
                    Layout.fillWidth: true
                }
                Txt {
                    text: qsTr("Where to?")
                    textStyle: Theme.h2
                    heading: true
                    Layout.fillWidth: true
                }
                Txt {
                    objectName: "noStick"
                    visible: !places.stick
                    text: qsTr("No memory stick is in yet. Put one in, and it shows up here.")
                    color: Theme.colours.muted
                    Layout.fillWidth: true
                }
                CopyRows {
                    places: places
                    symbol: "download"
                    busy: lockedCopy.busy
                    onChosen: path => lockedCopy.save(path)
                    Layout.fillWidth: true
                }
                CopyElsewhere {
                    ask: qsTr("Another place")
                    label: qsTr("Folder")
                    hint: qsTr("Type where it is, or drop it here.")
                    verb: qsTr("Save it there")
                    busy: lockedCopy.busy
                    onChosen: path => lockedCopy.save(path)
                    onDropped: file => lockedCopy.saveDropped(file)
                    Layout.fillWidth: true
                }
                Banner {
                    id: problem
                    objectName: "copyProblem"
                    visible: lockedCopy.problem !== ""
                    tone: Theme.colours.warningTone
                    symbol: "alert"
                    text: lockedCopy.problem
                    Layout.fillWidth: true
                }
            }
        }
    }
}
