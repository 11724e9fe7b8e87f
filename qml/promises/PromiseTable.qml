// Promises under columns, for a pointer in a large window; several can be chosen and asked about.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property PromisesModel model
    property string chosen // as PromiseList has it; a table marks what is ticked, not what is open
    property bool beside: false

    signal opened(key: string)

    readonly property var _tones: ({ success: Theme.colours.successTone, warning: Theme.colours.warningTone, info: Theme.colours.infoTone,
                                     neutral: Theme.colours.neutralTone })

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12
        DataTable {
            id: table
            objectName: "promiseTable"
            focus: true
            name: root.model.kindLabelPlural
            model: root.model
            sortedBy: root.model.sortedBy
            descending: root.model.descending
            columns: [
                DataColumn { role: "title"; text: qsTr("Promise"); weight: 3; least: 200; kept: true },
                DataColumn { role: "who"; text: qsTr("Who"); weight: 1.4; least: 130 },
                DataColumn { role: "due"; text: qsTr("When"); least: 130 },
                DataColumn { role: "stateWords"; text: qsTr("How it stands"); kind: DataColumn.Tagged; least: 130; toneRole: "tone"; tones: root._tones },
                DataColumn { role: "breakfast"; text: qsTr("Breakfast"); hidden: root.beside },
                DataColumn { role: "team"; text: qsTr("Team"); emptyText: qsTr("None"); hidden: root.beside }
            ]
            onSortAsked: (role, descending) => root.model.sortBy(role, descending)
            onOpened: key => root.opened(key)
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        BulkBar {
            objectName: "bulk"
            count: table.chosen.length
            onClearAsked: {
                table.clearChosen()
                table.forceActiveFocus(Qt.TabFocusReason)
            }
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            Layout.alignment: Qt.AlignHCenter
            Btn {
                objectName: "askChosen"
                kind: Btn.OnLive
                text: qsTr("Ask how it is going")
                onClicked: {
                    root.model.askAbout(Array.from(table.chosen))
                    table.clearChosen()
                    table.forceActiveFocus(Qt.TabFocusReason)
                }
            }
        }
    }
}
