// The names of a DataTable's columns, with "choose all" before them and what can be hidden behind. Part of DataTable.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQml.Models
import OurTable.Theme

Item {
    id: root

    required property var columns
    required property var shown
    required property var widths
    required property real lead
    required property string sortedBy
    required property bool descending
    required property int chosen
    required property int count
    readonly property real tail: more.implicitWidth

    signal sortAsked(role: string)
    signal allAsked

    implicitHeight: row.implicitHeight + Theme.space8
    Accessible.role: Accessible.Row
    Accessible.name: qsTr("Columns")

    Row {
        id: row
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        T.CheckBox {
            id: all
            objectName: "chooseAll"
            enabled: root.count > 0
            checkable: false
            checked: root.chosen > 0
            implicitWidth: root.lead
            implicitHeight: Theme.target
            anchors.verticalCenter: parent.verticalCenter
            onClicked: root.allAsked()
            Accessible.name: qsTr("Choose all")
            Accessible.checkable: true
            Accessible.checked: all.checked
            Accessible.checkStateMixed: root.chosen > 0 && root.chosen < root.count
            Accessible.onPressAction: all.clicked()
            Accessible.onToggleAction: all.clicked()
            Keys.onReturnPressed: all.clicked()
            Keys.onEnterPressed: all.clicked()
            contentItem: Item {
                CheckMark {
                    anchors.centerIn: parent
                    checked: all.checked
                    mixed: root.chosen < root.count
                    FocusRing {
                        shown: all.visualFocus
                        corner: Theme.radiusTag
                    }
                }
            }
        }
        Repeater {
            model: root.shown
            DataHead {
                required property DataColumn modelData
                required property int index
                objectName: "head" + modelData.role
                anchors.verticalCenter: parent?.verticalCenter
                width: root.widths[index]
                column: modelData
                sorted: modelData.role === root.sortedBy
                descending: root.descending
                onSortAsked: root.sortAsked(modelData.role)
            }
        }
    }
    IconBtn {
        id: more
        objectName: "columns"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        name: qsTr("Choose columns")
        symbol: "more"
        onClicked: menu.open()
        ActionMenu {
            id: menu
            objectName: "columnsMenu"
            name: qsTr("Columns")
            Instantiator {
                model: root.columns.filter(each => !each.kept)
                onObjectAdded: (index, object) => menu.insertItem(index, object as ActionItem)
                onObjectRemoved: (index, object) => menu.removeItem(object as ActionItem)
                ActionItem {
                    required property DataColumn modelData
                    text: modelData.hidden ? qsTr("Show: %1").arg(modelData.text) : qsTr("Hide: %1").arg(modelData.text)
                    symbol: modelData.hidden ? "plus" : "eye-off"
                    onTriggered: modelData.hidden = !modelData.hidden
                }
            }
        }
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
}
