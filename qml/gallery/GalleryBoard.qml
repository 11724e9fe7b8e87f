import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

GalleryPart {
    id: root

    property string chosenKey: "2"
    property int chosen: 0

    caption: "A board, a pane, a table, what can be done with all that is chosen"
    Layout.maximumWidth: -1

    Board {
        objectName: "board"
        name: "Lay partner recruitment"
        chosenKey: root.chosenKey
        steps: [
            { key: "nominated", text: "Nominated", hint: "Say hello and check they want this", model: nominated },
            { key: "know", text: "Getting to know", hint: "Two people talk with them", model: know },
            { key: "decide", text: "Decide together", hint: "Panel of 3, half lay partners", model: none },
            { key: "yes", text: "Said yes", hint: "Agree support", model: yes }
        ]
        onChosen: key => root.chosenKey = key
        onMoveAsked: (key, step) => {
            const to = { nominated: nominated, know: know, decide: none, yes: yes }[step]
            for (const from of [nominated, know, none, yes])
                from.give(key, to)
        }
        Layout.fillWidth: true
        ExampleCards {
            id: nominated
            Component.onCompleted: {
                put("1", "Marcia Bennett", "Brixton Advice Hub", "2 days ago", "", 0)
                put("4", "Tomasz Zielinski", "Lambeth Carers", "3 days ago", "Easy read", 0)
                put("5", "Somebody with a name that is much longer than any card", "An organisation with a long name as well", "", "", 0)
            }
        }
        ExampleCards {
            id: know
            Component.onCompleted: {
                put("2", "Gloria Mensah", "Mosaic Clubhouse", "Chat on Tuesday 9 June", "Large print", 16)
                put("6", "Peter Lund", "Self-nominated", "1 of 2 views in", "", 11)
            }
        }
        ExampleCards { id: none }
        ExampleCards {
            id: yes
            Component.onCompleted: put("3", "Sofia Marques", "Portuguese Centre", "Welcome call done", "Portuguese", 18)
        }
    }
    GridLayout {
        columns: root.width < 900 ? 1 : 2
        columnSpacing: Theme.space20
        rowSpacing: Theme.space20
        DataTable {
            id: table
            objectName: "table"
            name: "Nominations"
            sortedBy: "text"
            model: ExampleCards {
                id: records
                Component.onCompleted: {
                    put("1", "Anita Rao", "Stockwell Women's Network", "11 June", "", 18)
                    put("2", "Gloria Mensah", "Mosaic Clubhouse", "9 June", "Large print", 16)
                    put("3", "Marcia Bennett", "Brixton Advice Hub", "2 days ago", "", 0)
                    put("4", "Peter Lund", "Self-nominated", "", "", 11)
                }
            }
            columns: [
                DataColumn { role: "text"; text: "Name"; kind: DataColumn.Who; least: 160; kept: true },
                DataColumn { role: "detail"; text: "Nominated by"; least: 140 },
                DataColumn { role: "score"; text: "What we look for"; kind: DataColumn.Points; ofRole: "scoreOf"; least: 130; emptyText: "Not yet" },
                DataColumn { role: "flag"; text: "Access"; kind: DataColumn.Tagged; toneRole: "flag"; tones: ({ "Large print": Theme.colours.infoTone }) },
                DataColumn { role: "next"; text: "Next"; emptyText: "No date" }
            ]
            onSortAsked: (role, descending) => {
                records.sort(role, descending)
                table.sortedBy = role
                table.descending = descending
            }
            onOpened: key => root.chosenKey = key
            implicitHeight: 400
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        Inspector {
            objectName: "inspector"
            name: "About Gloria Mensah"
            emptyText: "Choose someone to see more here."
            count: root.chosenKey === "" ? 0 : 1
            onCloseAsked: root.chosenKey = ""
            Layout.alignment: Qt.AlignTop
            Layout.maximumWidth: 340
            Layout.fillWidth: true
            Txt { text: "Gloria Mensah"; textStyle: Theme.h2; heading: true; Layout.fillWidth: true }
            Txt { text: "Nominated by Mosaic Clubhouse"; textStyle: Theme.small; color: Theme.colours.muted; Layout.fillWidth: true }
            Score { value: 3 }
            Btn { text: "Send to the panel"; symbol: "forward"; Layout.fillWidth: true }
        }
    }
    BulkBar {
        objectName: "bulk"
        count: table.chosen.length
        onClearAsked: table.clearChosen()
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        Layout.alignment: Qt.AlignHCenter
        Btn { kind: Btn.OnLive; text: "Move to"; symbolAfter: "down" }
        Btn { kind: Btn.OnLive; text: "Invite to panel"; symbol: "calendar" }
    }
    BulkBar {
        count: 12
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        Layout.alignment: Qt.AlignHCenter
        Btn { kind: Btn.OnLive; text: "Print profiles"; symbol: "print" }
    }
    Inspector {
        name: "Nobody"
        count: 0
        emptyText: "Choose someone to see more here."
        Layout.fillWidth: true
        Layout.maximumWidth: 340
    }
}
