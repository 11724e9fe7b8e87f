// Which records of a list are shown, and in which order.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property RecordsModel model
    required property bool ordered // may be put in another order
    readonly property var _states: root.model.states

    spacing: Theme.space8

    LikelyChoices {
        objectName: "states"
        stem: "states"
        name: qsTr("Which ones?")
        value: root.model.removed ? "removed" : root.model.stateFilter
        options: [{ text: qsTr("All"), detail: "", value: "" },
                  ...root._states.map(each => ({ text: each.text, detail: "", value: each.code })),
                  { text: qsTr("Removed"), detail: "", value: "removed" }]
        onChosen: value => {
            root.model.removed = value === "removed"
            root.model.stateFilter = value === "removed" ? "" : value
        }
        Layout.fillWidth: true
    }
    LikelyChoices {
        objectName: "order"
        stem: "order"
        visible: root.ordered
        name: qsTr("In which order?")
        value: root.model.newestFirst ? "newest" : "name"
        options: [{ text: qsTr("By name"), detail: "", value: "name" }, { text: qsTr("Newest first"), detail: "", value: "newest" }]
        onChosen: value => root.model.newestFirst = value === "newest"
        Layout.fillWidth: true
    }
}
