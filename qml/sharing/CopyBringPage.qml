// A locked copy that somebody brought, taken in here and passed to the hub (ux.md 7.22).
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session

    title: qsTr("Bring in a locked copy")
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
        files: true
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
            CopyDone {
                visible: lockedCopy.outcome !== ""
                copy: lockedCopy
                again: qsTr("Bring in one more")
                onDone: root.leaving()
                Layout.fillWidth: true
            }
            ColumnLayout {
                visible: lockedCopy.outcome === ""
                spacing: Theme.space16
                Layout.fillWidth: true
                Txt {
                    text: qsTr("What is in the copy comes in here. Then it goes on to the hub.")
                    Layout.fillWidth: true
                }
                Txt {
                    text: qsTr("Which one?")
                    textStyle: Theme.h2
                    heading: true
                    Layout.fillWidth: true
                }
                Txt {
                    objectName: "noCopy"
                    visible: places.rows.count === 0
                    text: qsTr("No copy was found. Put the memory stick in, and it shows up here.")
                    color: Theme.colours.muted
                    Layout.fillWidth: true
                }
                CopyRows {
                    visible: places.rows.count > 0
                    places: places
                    symbol: "lock"
                    busy: lockedCopy.busy
                    onChosen: path => lockedCopy.bringIn(path)
                    Layout.fillWidth: true
                }
                CopyElsewhere {
                    ask: qsTr("Another file")
                    label: qsTr("File")
                    hint: qsTr("Type where it is, or drop it here.")
                    verb: qsTr("Bring it in")
                    busy: lockedCopy.busy
                    onChosen: path => lockedCopy.bringIn(path)
                    onDropped: file => lockedCopy.bringInDropped(file)
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
