// Sorting notes after the breakfast (ux.md 7.8), and reading what was sorted as the second person: one note large, what may be said
// about it below, the rest at the side where there is room.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Page {
    id: root

    required property Session session

    readonly property bool _checking: root.details.checking ?? false
    readonly property string _breakfast: root.details.gathering ?? ""

    function _leave() {
        if (root.leadsBack)
            root.leaving()
        else
            root.went("breakfasts", root._breakfast === "" ? {} : { key: root._breakfast })
    }

    title: root._checking ? qsTr("Read as the second person") : qsTr("Sort notes")
    subtitle: sorting.left > 0 ? qsTr("%n left", "notes that wait", sorting.left) : ""
    ownKeys: sorting.stage === SortNotes.AtNote
    topic: "sort"
    belongsTo: "breakfasts"
    panes: root.frame.wide ? [pane, rest] : [pane]

    SortQueue {
        id: waiting
        session: root.session
        breakfast: root._breakfast
        checking: root._checking
    }
    SortNotes {
        id: sorting
        session: root.session
        queue: waiting
        startAt: root.details.at ?? ""
        onSaid: words => root.said(words)
        onArrived: {
            root.remember({ at: sorting.key })
            pane.begin()
            if (sorting.stage === SortNotes.AtNote)
                root.said(qsTr("%1. %2", "how many are left, and the words of a note").arg(root.subtitle).arg(sorting.text))
        }
    }
    SortKeys {
        enabled: sorting.stage === SortNotes.AtNote
        onKindChosen: place => pane.chooseKind(place)
        onThemeChosen: place => pane.chooseTheme(place)
        onNextAsked: sorting.next()
        onUndoAsked: sorting.undo()
    }
    SortPane {
        id: pane
        focus: true
        anchors.left: parent.left
        anchors.right: rest.visible ? rest.left : parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        sorting: sorting
        frame: root.frame
        checking: root._checking
        progress: root.subtitle
        onReadAsked: root.became("sort", { gathering: root._breakfast, checking: true })
        onLeaveAsked: root._leave()
    }
    Divider {
        visible: rest.visible
        vertical: true
        anchors.right: rest.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
    }
    SortRest {
        id: rest
        visible: root.frame.wide && waiting.count > 0
        width: visible ? 372 : 0
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        sorting: sorting
        queue: waiting
        checking: root._checking
    }
}
