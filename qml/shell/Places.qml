// The main destinations of somebody, by what they are in the programme (ux.md 6.1).
import QtQuick
import OurTable.Controls

QtObject {
    id: root

    required property var roles // codes
    readonly property bool coordinator: root._is("coordinator")
    readonly property var shown: root._shown()

    readonly property Destination _today: Destination { key: "today"; text: qsTr("Today"); symbol: "today" }
    readonly property Destination _breakfasts: Destination { key: "breakfasts"; text: qsTr("Breakfasts"); symbol: "cup" }
    readonly property Destination _promises: Destination { key: "promises"; text: qsTr("Actions"); symbol: "actions" }
    readonly property Destination _partners: Destination { key: "partners"; text: qsTr("Partners"); symbol: "people" }
    readonly property Destination _support: Destination { key: "support"; text: qsTr("Support"); symbol: "heart" }
    readonly property Destination _lists: Destination { key: "lists"; text: qsTr("Lists"); symbol: "layers" }

    function _is(role: string): bool {
        return root.roles.indexOf(role) >= 0
    }
    function _shown(): var {
        if (root.coordinator)
            return [root._today, root._breakfasts, root._partners, root._support, root._promises, root._lists]
        if (root._is("peer_worker") || root._is("support_lead"))
            return [root._today, root._breakfasts, root._support, root._promises]
        return [root._today, root._breakfasts, root._promises]
    }
}
