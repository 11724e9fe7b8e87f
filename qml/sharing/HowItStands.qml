// The top of the page: one sentence that is always true, the bar, and Try now. Speaks what changes of the state.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property Sharing sharing

    readonly property bool _stacked: root.width < 520 || Theme.bigText
    readonly property bool _notKept: root.sharing.state === Sharing.NotKept
    readonly property bool _needsHelp: root._notKept || root.sharing.state === Sharing.NeedsHelp
    readonly property bool _allShared: root.sharing.toShare === 0 && !root._needsHelp

    signal said(words: string)

    implicitWidth: 320 // the page gives the width; words that wrap would decide it in a circle
    level: 2
    padding: root._stacked ? Theme.space20 : 28

    Connections {
        target: root.sharing
        function onRested() { root.said(root.sharing.sentence) }
    }

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space16

        RowLayout {
            spacing: Theme.space20
            Rectangle {
                visible: !root._stacked
                implicitWidth: 68
                implicitHeight: 68
                radius: 34
                color: root._needsHelp ? Theme.colours.warningTone.soft : Theme.colours.primaryTone.soft
                border.width: Theme.isContrast ? Theme.border : 0
                border.color: Theme.colours.primary
                Layout.alignment: Qt.AlignTop
                Icon {
                    anchors.centerIn: parent
                    symbol: root._notKept ? "alert" : root._needsHelp ? "help" : root._allShared ? "ticks" : "tablet-tick"
                    size: 34
                    colour: root._needsHelp ? Theme.colours.warningTone.ink : Theme.colours.primaryTone.ink
                }
            }
            ColumnLayout {
                spacing: Theme.space4
                Txt {
                    objectName: "headline"
                    text: root.sharing.headline
                    textStyle: Theme.h1
                    heading: true
                    Layout.fillWidth: true
                }
                Txt {
                    visible: !root._notKept
                    text: qsTr("Nothing will be lost if the battery runs out.")
                    color: Theme.colours.muted
                    Layout.fillWidth: true
                }
            }
        }
        ColumnLayout {
            visible: root.sharing.sharedWords !== "" || root.sharing.waitingWords !== ""
            spacing: Theme.space12
            SharedBar {
                part: root.sharing.sharedPart
                Layout.fillWidth: true
            }
            Flow {
                id: legend
                spacing: Theme.space24
                Layout.fillWidth: true
                LegendLine {
                    objectName: "sharedCount"
                    width: Math.min(implicitWidth, legend.width)
                    visible: root.sharing.sharedWords !== ""
                    symbol: "ticks"
                    tint: Theme.colours.primary
                    text: root.sharing.sharedWords
                }
                LegendLine {
                    objectName: "waitingCount"
                    width: Math.min(implicitWidth, legend.width)
                    visible: root.sharing.waitingWords !== ""
                    symbol: "tick"
                    tint: Theme.colours.warningTone.solid
                    text: root.sharing.waitingWords
                }
            }
        }
        Divider { Layout.fillWidth: true }
        GridLayout {
            columns: root._stacked ? 1 : 2
            columnSpacing: Theme.space20
            rowSpacing: Theme.space12
            Btn {
                objectName: "tryNow"
                kind: Btn.Secondary
                big: true
                symbol: "share"
                text: qsTr("Try now")
                onClicked: root.sharing.tryNow()
                Layout.fillWidth: root._stacked
            }
            RowLayout {
                spacing: Theme.space12
                Icon {
                    visible: root.sharing.outOfReach
                    symbol: "wifi-off"
                    colour: Theme.colours.muted
                    size: 26
                    Layout.alignment: Qt.AlignTop
                }
                Txt {
                    objectName: "sentence"
                    text: root.sharing.sentence
                    color: root._needsHelp ? Theme.colours.warningTone.ink : Theme.colours.muted
                    Layout.fillWidth: true
                }
            }
        }
        SupportDetails {
            visible: root.sharing.details !== ""
            details: root.sharing.details
            Layout.fillWidth: true
        }
    }
}
