// Make it comfortable (ux.md 7.29): applies at once, for whoever is signed in, or for the device before that.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session

    readonly property Comfort _comfort: root.session.comfort
    readonly property bool _wide: root.frame.wide && !Theme.bigText

    title: qsTr("Make it comfortable")
    subtitle: root.session.stage === Session.SignedIn ? qsTr("Changes apply straight away, and only for you")
                                                      : qsTr("Changes apply straight away, for this device")
    panes: [looks, behaves]

    // What was asked for on the page before.
    Component.onCompleted: if (root.details.part === "colours") scroll.keep(colours)

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
            ColumnLayout {
                id: looks
                spacing: Theme.space20
                Layout.fillWidth: true
                Layout.preferredWidth: 11
                Layout.alignment: Qt.AlignTop
                LettersCard {
                    comfort: root._comfort
                    Layout.fillWidth: true
                }
                ColoursCard {
                    id: colours
                    comfort: root._comfort
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                id: behaves
                spacing: Theme.space20
                Layout.fillWidth: true
                Layout.preferredWidth: 9
                Layout.alignment: Qt.AlignTop
                SwitchesCard {
                    comfort: root._comfort
                    Layout.fillWidth: true
                }
                DeviceCard {
                    comfort: root._comfort
                    Layout.fillWidth: true
                }
            }
        }
    }
}
