// Everything about one note (ux.md 7.7). What is chosen is saved at once, words when the writing rests.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session

    readonly property bool _lists: [...root.session.roles].some(role => role === "coordinator") // with what was removed in them
    readonly property bool _two: root.frame.wide && !Theme.bigText

    title: qsTr("Note")
    subtitle: note.where
    topic: "capture"
    belongsTo: "breakfasts"

    NoteEdit {
        id: note
        session: root.session
        key: root.details.key ?? ""
        onChanged: if (note.problem !== "") root.said(note.problem)
    }

    TakenBackPart {
        visible: note.takenBack
        anchors.fill: parent
        anchors.leftMargin: root.frame.gutter
        anchors.rightMargin: root.frame.gutter
        session: root.session
        note: note.takenBack ? note.key : ""
        onWent: (page, details) => root.went(page, details)
        onLeaving: root.leaving()
    }
    EmptyState {
        visible: note.missing
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space56
        text: qsTr("This note is not here any more.")
    }
    Scroll {
        id: scroll
        visible: note.ready && !note.missing && !note.takenBack
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.space40
        ColumnLayout {
            id: column
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            anchors.topMargin: Theme.space8
            spacing: Theme.space20
            Banner {
                visible: note.removed
                objectName: "removedBanner"
                tone: Theme.colours.warningTone
                symbol: "undo"
                text: root._lists ? qsTr("This note is removed. You can get it back at any time.")
                                  : qsTr("This note is removed. You can get it back now. Later, ask your coordinator.")
                Layout.fillWidth: true
                Btn {
                    objectName: "bringBack"
                    kind: Btn.Secondary
                    text: qsTr("Get it back")
                    onClicked: note.bringBack()
                }
            }
            Banner {
                visible: note.twoVersions
                tone: Theme.colours.warningTone
                symbol: "merge"
                text: qsTr("Two people changed this note. Both versions are kept until you choose.")
                Layout.fillWidth: true
                Btn {
                    objectName: "versions"
                    kind: Btn.Secondary
                    text: qsTr("Choose")
                    onClicked: root.went("versions", { key: note.key })
                }
            }
            GridLayout {
                visible: !note.removed
                columns: root._two ? 2 : 1
                columnSpacing: Theme.space40
                rowSpacing: Theme.space20
                Layout.fillWidth: true
                NoteWords {
                    note: note
                    focus: true
                    Layout.row: 0
                    Layout.column: 0
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    Layout.alignment: Qt.AlignTop
                }
                NoteAbout {
                    note: note
                    Layout.row: root._two ? 0 : 1
                    Layout.column: root._two ? 1 : 0
                    Layout.rowSpan: root._two ? 3 : 1
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    Layout.alignment: Qt.AlignTop
                }
                RelatedPromises {
                    session: root.session
                    note: note.key
                    onAsked: key => root.went("promises", { key: key })
                    onSaid: words => root.said(words)
                    Layout.row: root._two ? 1 : 2
                    Layout.column: 0
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    Layout.alignment: Qt.AlignTop
                }
                NoteHistory {
                    history: note.history
                    Layout.row: root._two ? 2 : 3
                    Layout.column: 0
                    Layout.fillWidth: true
                    Layout.fillHeight: true // takes what the other column is longer
                    Layout.preferredWidth: 3
                    Layout.alignment: Qt.AlignTop
                }
            }
            Flow {
                visible: !note.removed
                spacing: Theme.space12
                Layout.fillWidth: true
                Btn {
                    objectName: "done"
                    text: qsTr("Done")
                    symbol: "tick"
                    onClicked: {
                        note.saveWords()
                        if (note.problem === "")
                            root.leaving()
                    }
                }
                Btn {
                    objectName: "remove"
                    kind: Btn.Danger
                    text: qsTr("Remove")
                    onClicked: removal.open()
                }
                Btn {
                    objectName: "takeBack"
                    visible: note.mayTakeBack
                    kind: Btn.Danger
                    text: qsTr("Take this note back")
                    onClicked: takeBack.ask(note.key)
                }
            }
        }
    }
    TakeBackSheet {
        id: takeBack
        session: root.session
        onSaid: words => root.said(words)
    }
    Sheet {
        id: removal
        title: qsTr("Remove this note?")
        actionText: qsTr("Remove")
        removes: true
        source: Qt.resolvedUrl("RemovalWords.qml")
        properties: ({ lists: root._lists })
        onConfirmed: note.remove()
    }
}
