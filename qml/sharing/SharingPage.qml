// Saving and sharing (ux.md 7.22): where the words are, what waits, what has to be decided, what happened.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session
    readonly property Sharing sharing: root.session.sharing

    function _decide() {
        root.went("versions", {})
    }

    title: qsTr("Saving and sharing")
    topic: "sharing"

    Component.onCompleted: root.sharing.watched = true
    Component.onDestruction: root.sharing.watched = false

    SharingHistory {
        id: history
        session: root.session
    }
    Scroll {
        anchors.fill: parent
        contentHeight: columns.implicitHeight + Theme.space24
        GridLayout {
            id: columns
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            columns: root.frame.wide ? 2 : 1
            columnSpacing: Theme.space24
            rowSpacing: Theme.space20
            ColumnLayout {
                spacing: Theme.space20
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 56
                HowItStands {
                    sharing: root.sharing
                    onSaid: words => root.said(words)
                    Layout.fillWidth: true
                }
                Banner {
                    objectName: "decide"
                    visible: root.sharing.toDecide > 0
                    tone: Theme.colours.warningTone
                    symbol: "merge"
                    title: qsTr("%n things to decide", "", root.sharing.toDecide)
                    text: root.sharing.decision
                    Layout.fillWidth: true
                    Btn {
                        objectName: "lookAtBoth"
                        kind: Btn.Secondary
                        text: root.sharing.toDecide === 1 ? qsTr("Look at both") : qsTr("Look at them")
                        onClicked: root._decide()
                    }
                }
                OtherWays {
                    onAsked: page => root.went(page, {})
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                spacing: Theme.space20
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 44
                HistoryCard {
                    history: history
                    onDecisionAsked: root._decide()
                    Layout.fillWidth: true
                }
                TicksCard { Layout.fillWidth: true }
            }
        }
    }
}
