// Which promises are shown: how they stand, whose they are, from which breakfast and of which team.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property Session session
    required property PromisesModel model
    readonly property string _mine: root.model.myKey
    readonly property var _standings: root.model.standings

    spacing: Theme.space8

    LikelyChoices {
        objectName: "standings"
        stem: "standing"
        name: qsTr("How do they stand?")
        value: root.model.removed ? "removed" : root.model.standing
        options: [{ text: qsTr("All"), detail: "", value: "" },
                  ...root._standings.map(each => ({ text: each.text, detail: "", value: each.code })),
                  { text: qsTr("Removed"), detail: "", value: "removed" }]
        onChosen: value => {
            root.model.removed = value === "removed"
            root.model.standing = value === "removed" ? "" : value
        }
        Layout.fillWidth: true
    }
    LikelyChoices {
        objectName: "whose"
        stem: "whose"
        name: qsTr("Whose are they?")
        value: root.model.onlyUnnamed ? "unnamed" : root.model.who === "" ? "all" : root.model.who === root._mine ? "mine" : ""
        options: [{ text: qsTr("Everyone’s"), detail: "", value: "all" }, { text: qsTr("Mine"), detail: "", value: "mine" },
                  { text: qsTr("Nobody named yet"), detail: "", value: "unnamed" }]
        onChosen: value => {
            who.clear()
            root.model.onlyUnnamed = value === "unnamed"
            root.model.who = value === "mine" ? root._mine : ""
        }
        Layout.fillWidth: true
    }
    GridLayout {
        columns: root.width >= 44 * Theme.textPixels(Theme.body) ? 3 : 1
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8
        Layout.fillWidth: true
        PromisePick {
            id: who
            objectName: "filterWho"
            session: root.session
            kinds: ["person", "organisation"]
            label: qsTr("Who promised")
            onChosen: key => {
                root.model.onlyUnnamed = false
                root.model.who = key
            }
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        PromisePick {
            id: breakfast
            objectName: "filterBreakfast"
            session: root.session
            kinds: ["gathering"]
            label: qsTr("Breakfast")
            onChosen: key => root.model.breakfast = key
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        PromisePick {
            id: team
            objectName: "filterTeam"
            session: root.session
            kinds: ["workstream"]
            label: qsTr("Team")
            onChosen: key => root.model.team = key
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
    }
}
