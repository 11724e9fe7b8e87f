// How large what one presses is, when it locks, and the language.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property Comfort comfort

    readonly property var _minutes: [2, 5, 10]
    readonly property int _lockAfter: root.comfort.lockMinutes > 0 ? root.comfort.lockMinutes : Theme.touch ? 5 : 10

    Accessible.name: qsTr("This device")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12
        Txt {
            text: qsTr("Size of buttons")
            textStyle: Theme.strong
            heading: true
            Layout.fillWidth: true
        }
        Segmented {
            objectName: "density"
            name: qsTr("Size of buttons")
            current: root.comfort.density
            options: [
                SegmentOption { text: qsTr("By itself") },
                SegmentOption { text: qsTr("For fingers") },
                SegmentOption { text: qsTr("For a mouse") }
            ]
            onChosen: index => root.comfort.density = index
            Layout.fillWidth: true
        }
        Txt {
            text: qsTr("Lock after")
            textStyle: Theme.strong
            heading: true
            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
        }
        Segmented {
            objectName: "lockAfter"
            name: qsTr("Lock after")
            current: root._minutes.indexOf(root._lockAfter)
            options: [
                SegmentOption { text: qsTr("2 minutes") },
                SegmentOption { text: qsTr("5 minutes") },
                SegmentOption { text: qsTr("10 minutes") }
            ]
            onChosen: index => root.comfort.lockMinutes = root._minutes[index]
            Layout.fillWidth: true
        }
        Txt {
            text: qsTr("We tell you before, and keep what you typed. While you write notes at a breakfast it waits 30 minutes.")
            textStyle: Theme.small
            color: Theme.colours.muted
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.space12
            Layout.topMargin: Theme.space8
            Icon {
                symbol: "globe"
                colour: Theme.colours.muted
            }
            Txt {
                text: qsTr("Language: English")
                textStyle: Theme.label
                Layout.fillWidth: true
            }
        }
    }
}
