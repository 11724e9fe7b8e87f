// All breakfasts (ux.md 7.4): those to come, those that were held, and one of them beside the list or on a page of its own.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session
    property string chosen: root.details.key ?? ""
    readonly property bool _one: !root.frame.wide && root.chosen !== "" // only the chosen one is shown

    function _choose(key: string) {
        if (!root.frame.wide)
            return root.went("breakfasts", { key: key })
        root.chosen = key
        root.remember({ key: key })
    }

    title: root._one ? summary.title : qsTr("Breakfasts")
    panes: root.frame.wide ? [list, pane] : [root]

    BreakfastsModel {
        id: breakfasts
        session: root.session
    }
    BreakfastSummary {
        id: summary
        session: root.session
        key: root.chosen
    }
    BreakfastList {
        id: list
        visible: !root._one
        anchors.left: parent.left
        anchors.right: root.frame.wide ? undefined : parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.leftMargin: root.frame.gutter
        anchors.rightMargin: root.frame.gutter
        width: root.frame.wide ? 380 : 0
        model: breakfasts
        chosen: root.frame.wide ? root.chosen : ""
        mayStart: root.session.may("gathering", "create")
        onChosenByHand: key => root._choose(key)
        onStartAsked: root.went("start", {})
    }
    SummaryPane {
        id: pane
        visible: root.frame.wide || root._one
        anchors.left: root.frame.wide ? list.right : parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.leftMargin: root.frame.wide ? Theme.space20 : root.frame.gutter
        gutter: root.frame.gutter
        summary: summary
        mayWrite: root.session.may("contribution", "create")
        titled: !root._one
        onNotesAsked: root.went("capture", summary.open || summary.planned ? { key: root.chosen } : { key: root.chosen, reading: true })
        onWent: (page, details) => root.went(page, details)
    }
    Connections { // something to look at beside the list
        target: breakfasts
        function onReadyChanged() {
            if (root.frame.wide && root.chosen === "" && breakfasts.count > 0)
                root.chosen = breakfasts.keyAt(0)
        }
    }
    Shortcut {
        sequence: "Ctrl+N"
        enabled: root.session.may("gathering", "create")
        onActivated: root.went("start", {})
    }
}
