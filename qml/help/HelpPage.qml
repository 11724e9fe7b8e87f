// Help (ux.md 7.30): for a bad moment first, then about the page one came from, people to ask, and the keys.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session

    readonly property bool _signedIn: root.session.stage === Session.SignedIn
    readonly property HelpLines _lines: HelpLines { session: root.session }
    readonly property bool _wide: root.frame.wide && !Theme.bigText

    title: qsTr("Help")
    topic: "help"
    panes: [card, more]

    Scroll {
        id: scroll
        anchors.fill: parent
        contentHeight: grid.implicitHeight + Theme.space8 + Theme.space32
        GridLayout {
            id: grid
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            anchors.topMargin: Theme.space8
            columns: root._wide ? 2 : 1
            columnSpacing: Theme.space24
            rowSpacing: Theme.space20
            GetHelpCard {
                id: card
                lines: root._lines
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                id: more
                spacing: Theme.space20
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                AnswersCard {
                    topic: root.details.topic ?? ""
                    Layout.fillWidth: true
                }
                PeopleToAsk {
                    visible: root._signedIn
                    lines: root._lines
                    onNumbersAsked: root.went("numbers", {})
                    Layout.fillWidth: true
                }
                MoreCard {
                    coordinator: root._signedIn && [...root.session.roles].some(role => role === "coordinator")
                    onAsked: page => root.went(page, {})
                    Layout.fillWidth: true
                }
                KeysCard {
                    visible: !Theme.touch || root.frame.wide
                    Layout.fillWidth: true
                }
            }
        }
    }
}
