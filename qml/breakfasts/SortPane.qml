// The note that is looked at with all that may be said about it, and what to do next. Part of SortPage.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme
import "kinds.js" as Kinds

FocusScope {
    id: root

    required property SortNotes sorting
    required property Frame frame
    required property bool checking
    required property string progress

    signal readAsked
    signal leaveAsked

    readonly property bool _footInside: root.frame.low || (root.frame.compact && Theme.bigText) // it would leave no room for the note
    // A keyboard on the screen does not come up by itself, and the note and the field fit together.
    readonly property bool _typing: !Theme.touch && !Theme.bigText && scroll.height >= 560
    readonly property bool _atNote: root.sorting.stage === SortNotes.AtNote

    // At another note.
    function begin() {
        scroll.contentY = 0
        if (!root._atNote)
            return root.forceActiveFocus(Qt.OtherFocusReason)
        body.begin(root._typing)
        scroll.keep(body.noteCard)
    }
    function chooseKind(place: int) {
        root.sorting.chooseKind(Kinds.nine[place])
    }
    function chooseTheme(place: int) {
        body.chooseTheme(place)
    }

    Scroll {
        id: scroll
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: foot.top
        contentHeight: column.implicitHeight + Theme.space24
        Column {
            id: column
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            spacing: Theme.space16
            SortBody {
                id: body
                visible: root._atNote
                width: parent.width
                sorting: root.sorting
                checking: root.checking
                progress: root.frame.compact ? root.progress : ""
            }
            SortEnd {
                visible: !root._atNote && root.sorting.stage !== SortNotes.Reading
                width: parent.width
                sorting: root.sorting
                checking: root.checking
                onReadAsked: root.readAsked()
                onLeaveAsked: root.leaveAsked()
            }
            Loader {
                active: root._footInside
                visible: active
                width: parent.width
                Component.onCompleted: setSource("SortFoot.qml", {
                    sorting: Qt.binding(() => root.sorting), checking: Qt.binding(() => root.checking)
                })
            }
        }
    }
    SortFoot {
        id: foot
        visible: !root._footInside
        height: visible ? implicitHeight : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: root.frame.gutter
        anchors.rightMargin: root.frame.gutter
        sorting: root.sorting
        checking: root.checking
    }
}
