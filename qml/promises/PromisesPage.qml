// Promises (ux.md 7.10): a list and one of them on a phone, both side by side where there is room, a table with a pointer.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session
    readonly property bool _beside: root.frame.wide && !Theme.bigText
    readonly property bool _one: !root._beside && root._key !== "" // only the chosen one is shown
    readonly property bool _table: root.frame.desktop && !Theme.bigText
    property string _key: root.details.key ?? ""
    property bool _asksOne: false // not those that are chosen in the table

    function _open(key: string) {
        if (!root._beside)
            return root.went("promises", { key: key })
        root._key = key
        root.remember({ key: key })
    }

    title: root._one ? qsTr("Promise") : qsTr("Actions")
    belongsTo: "promises"
    topic: "promises"
    ownSearch: !root._one
    panes: root._one ? [detail] : root._beside && root._key !== "" ? [pane, detail] : [pane]

    Shortcut {
        sequence: "Ctrl+N"
        enabled: pane.mayCreate && !root._one
        onActivated: root.went("record", { kind: "action" })
    }
    Shortcut {
        sequence: "Ctrl+F"
        enabled: !root._one
        onActivated: pane.find()
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: root._one ? 0 : root.frame.gutter
        spacing: Theme.space20

        PromisePane {
            id: pane
            visible: !root._one
            focus: !root._one
            session: root.session
            asTable: root._table
            chosen: root._beside ? root._key : ""
            beside: root._beside && (root._key !== "" || !root._table)
            onOpened: key => root._open(key)
            onNewAsked: root.went("record", { kind: "action" })
            onAsked: words => {
                pane.told = root._asksOne ? "" : words
                if (root._asksOne)
                    detail.tell(words)
                else
                    root.said(words)
                root._asksOne = false
            }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: root._table ? 6 : 4
            Layout.topMargin: root.frame.compact ? Theme.space12 : 0
            Layout.rightMargin: root._beside && beside ? 0 : root.frame.gutter
        }
        Rectangle {
            visible: root._one || pane.beside
            color: root._one ? "transparent" : Theme.colours.surface
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 5
            Divider {
                visible: !root._one
                vertical: true
                anchors.left: parent.left
                anchors.top: parent.top
                anchors.bottom: parent.bottom
            }
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(420, parent.width - 2 * Theme.space24)
                visible: root._key === ""
                text: qsTr("Choose one to read it here.")
            }
            PromiseDetail {
                id: detail
                anchors.fill: parent
                visible: root._key !== ""
                focus: root._one
                session: root.session
                frame: root.frame
                key: root._key
                onSaid: words => root.said(words)
                onWent: (page, details) => root.went(page, details)
                onAskAsked: {
                    root._asksOne = true
                    pane.model.askAbout([root._key])
                }
            }
        }
    }
}
