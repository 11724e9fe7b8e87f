// The day's breakfast, and the one thing to do about it.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property Today today
    readonly property bool _there: root.today.breakfast !== ""
    readonly property bool _writable: root._there && !root.today.breakfastOver
    readonly property bool _plan: root._writable && root.today.coordinator
    readonly property bool _startable: root.today.mayStart && (!root._writable || root.today.breakfastOld)

    signal notesAsked
    signal startAsked
    signal breakfastAsked

    fill: Theme.colours.live
    line: Theme.isContrast ? Theme.colours.liveInk : Theme.colours.hairline
    level: 2
    padding: Theme.space24

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space8
        Row {
            visible: root._there
            width: parent.width
            spacing: Theme.space12
            Icon {
                id: cup
                symbol: "cup"
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.colours.liveMuted
                size: 24
            }
            Txt {
                width: parent.width - cup.width - parent.spacing
                text: root.today.when
                textStyle: Theme.smallStrong
                color: Theme.colours.liveMuted
            }
        }
        Txt {
            objectName: "heroTitle"
            width: parent.width
            text: root.today.title
            textStyle: Theme.display
            color: Theme.colours.liveInk
            heading: true
            maximumLineCount: 4
            elide: Text.ElideRight
        }
        Txt {
            objectName: "heroDetail"
            visible: text !== ""
            width: parent.width
            text: root.today.detail
            color: Theme.colours.liveMuted
        }
        Item {
            width: parent.width
            implicitHeight: Theme.space8
        }
        Flow {
            width: parent.width
            spacing: Theme.space12
            Btn {
                objectName: "startNotes"
                visible: root._writable && root.today.mayStart && !root._plan
                width: Math.min(implicitWidth, parent.width)
                kind: Btn.Accent
                symbol: "edit"
                text: qsTr("Start writing notes")
                big: true
                onClicked: root.notesAsked()
            }
            Btn {
                objectName: "openBreakfast"
                visible: root._plan
                width: Math.min(implicitWidth, parent.width)
                kind: Btn.Accent
                symbol: "calendar"
                text: qsTr("Open the breakfast")
                big: true
                onClicked: root.breakfastAsked()
            }
            Btn {
                objectName: "startBreakfast"
                visible: root._startable
                width: Math.min(implicitWidth, parent.width)
                kind: root._writable ? Btn.OnLive : Btn.Accent
                symbol: root._writable ? "" : "cup"
                text: qsTr("Start a breakfast")
                big: true
                onClicked: root.startAsked()
            }
            Btn {
                objectName: "writeNotes"
                visible: root._plan && root.today.mayStart && !root.today.breakfastOld
                width: Math.min(implicitWidth, parent.width)
                kind: Btn.OnLive
                text: qsTr("Start writing notes")
                big: true
                onClicked: root.notesAsked()
            }
            Btn {
                objectName: "seeBreakfast"
                visible: root._there && !root._plan && !root.today.breakfastOld
                width: Math.min(implicitWidth, parent.width)
                kind: Btn.OnLive
                text: qsTr("See the breakfast")
                big: true
                onClicked: root.breakfastAsked()
            }
        }
    }
}
