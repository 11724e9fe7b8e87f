// Today (ux.md 7.3): one column, or two on a wide window. What is in them depends on what somebody is in the programme.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session
    readonly property real _gap: Theme.space20

    function _go(page: string, kind: string, key: string) {
        const details = {}
        if (kind !== "")
            details.kind = kind
        if (key !== "")
            details[page === "sort" ? "gathering" : "key"] = key
        root.went(page, details)
    }

    title: root.frame.compact ? qsTr("Today") : today.greeting
    subtitle: today.dayWords

    Today {
        id: today
        session: root.session
    }
    Scroll {
        anchors.fill: parent
        contentHeight: columns.implicitHeight + Theme.space32
        Grid {
            id: columns
            readonly property real _room: width - (root.frame.wide ? root._gap : 0)
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            columns: root.frame.wide ? 2 : 1
            columnSpacing: root._gap
            rowSpacing: root._gap
            Column {
                width: root.frame.wide ? Math.round(columns._room * 0.6) : columns.width
                spacing: root._gap
                Txt {
                    visible: root.frame.compact
                    width: parent.width
                    text: today.greeting
                    textStyle: Theme.h1
                    heading: true
                }
                Banner {
                    visible: today.problem !== ""
                    width: parent.width
                    tone: Theme.colours.warningTone
                    symbol: "alert"
                    text: today.problem
                    Btn {
                        objectName: "tryAgain"
                        kind: Btn.Secondary
                        text: qsTr("Try again")
                        onClicked: today.tryAgain()
                    }
                }
                Banner {
                    objectName: "dateDoubt"
                    visible: today.dateDoubt !== ""
                    width: parent.width
                    tone: Theme.colours.warningTone
                    symbol: "clock"
                    title: qsTr("The date looks wrong")
                    text: today.dateDoubt
                    Btn {
                        objectName: "dateDoubtRead"
                        kind: Btn.Secondary
                        text: qsTr("I have read this")
                        onClicked: today.putDateDoubtAway()
                    }
                }
                Banner {
                    objectName: "nearlyFull"
                    visible: root.session.room.nearlyFull
                    width: parent.width
                    tone: Theme.colours.warningTone
                    symbol: "alert"
                    text: root.session.room.words
                }
                Hero {
                    visible: today.ready
                    width: parent.width
                    today: today
                    onNotesAsked: root.went("capture", { key: today.breakfast })
                    onStartAsked: root.went("start", {})
                    onBreakfastAsked: root.went("breakfasts", { key: today.breakfast })
                }
                ThingsCard {
                    visible: today.coordinator && today.ready
                    width: parent.width
                    objectName: "waiting"
                    title: qsTr("Waiting for you")
                    aside: today.waiting.count > 0 ? qsTr("%n things", "that wait for a coordinator", today.waiting.count) : "" // as many as the rows
                    rows: today.waiting
                    emptyText: qsTr("Nothing is waiting for you. Well done.")
                    onChosen: (page, kind, key) => root._go(page, kind, key)
                }
                Figures {
                    visible: today.coordinator && today.figures.count > 0
                    width: parent.width
                    figures: today.figures
                }
                ThingsCard {
                    visible: !today.coordinator && today.ready
                    width: parent.width
                    objectName: "happened"
                    title: qsTr("What happened to what we said")
                    rows: today.happened
                    emptyText: qsTr("Nothing to tell yet. It will show here when something happens.")
                    onChosen: (page, kind, key) => root._go(page, kind, key)
                }
            }
            Column {
                width: root.frame.wide ? columns._room - Math.round(columns._room * 0.6) : columns.width
                spacing: root._gap
                SavedCard {
                    width: parent.width
                    sharing: root.session.sharing
                }
                Btn {
                    objectName: "helpNow"
                    width: parent.width
                    kind: Btn.Secondary
                    symbol: "help"
                    text: qsTr("Get help now")
                    onClicked: root.went("help", { now: true })
                }
                Btn {
                    objectName: "findAnything"
                    width: parent.width
                    kind: Btn.Secondary
                    symbol: "search"
                    text: qsTr("Find anything")
                    onClicked: root.went("find", {})
                }
                ThingsCard {
                    visible: today.ready
                    width: parent.width
                    objectName: "promises"
                    title: qsTr("Promises people made")
                    rows: today.promises
                    emptyText: qsTr("No promises are open.")
                    onChosen: (page, kind, key) => root._go(page, kind, key)
                }
                SaidAndDone {
                    visible: today.board !== ""
                    width: parent.width
                    text: today.board
                }
            }
        }
    }
}
