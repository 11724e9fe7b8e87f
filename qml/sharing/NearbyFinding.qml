// How the other tablet is found: it shows by itself, or its number is typed.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property Nearby nearby

    readonly property bool _calling: root.nearby.stage === Nearby.Calling

    function _callNumber() {
        root.nearby.callNumber(number.wholeText())
    }

    spacing: Theme.space20

    Card {
        level: 2
        Layout.fillWidth: true
        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.space16
            Txt {
                objectName: "whatToDo"
                text: qsTr("Open this page on the other tablet too")
                textStyle: Theme.h1
                heading: true
                Layout.fillWidth: true
            }
            TickLine {
                symbol: "wifi"
                text: qsTr("Both need the same Wi-Fi. It need not reach the hub.")
                Layout.fillWidth: true
            }
            TickLine {
                symbol: "pair"
                text: qsTr("Both then show the same two words. Look at them first.")
                Layout.fillWidth: true
            }
            Txt {
                objectName: "lookingFor"
                text: root._calling ? qsTr("Calling the other tablet…") : root.nearby.found === 0 ? qsTr("No other tablet shows yet.")
                    : root.nearby.found === 1 ? qsTr("Another tablet is here.") : qsTr("More than one tablet is here. Both words tell you which.")
                textStyle: Theme.strong
                Layout.fillWidth: true
            }
            Repeater {
                model: root._calling ? 0 : root.nearby.found
                Btn {
                    id: device
                    required property int index
                    objectName: "callDevice" + device.index
                    big: true
                    symbol: "tablet"
                    text: root.nearby.found === 1 ? qsTr("Show the two words") : qsTr("Show the two words with tablet %1").arg(device.index + 1)
                    onClicked: root.nearby.call(device.index)
                    Layout.fillWidth: true
                    Layout.maximumWidth: implicitWidth
                }
            }
        }
    }
    Card {
        visible: !root._calling
        fill: Theme.colours.sunken
        level: 0
        Layout.fillWidth: true
        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.space16
            Txt {
                text: qsTr("Does it not show?")
                textStyle: Theme.h3
                heading: true
                Layout.fillWidth: true
            }
            Txt {
                objectName: "ownNumber"
                text: root.nearby.number === "" ? qsTr("There is no Wi-Fi here, so this one has no number yet.")
                    : qsTr("The number here is %1. Type it on the other one.").arg(root.nearby.number)
                Layout.fillWidth: true
            }
            Field {
                id: number
                objectName: "otherNumber"
                label: qsTr("Or type the number of the other one")
                hint: qsTr("For example 192.168.1.23")
                error: root.nearby.stage === Nearby.Looking ? root.nearby.problem : ""
                inputMethodHints: Qt.ImhPreferNumbers | Qt.ImhNoPredictiveText
                maximumLength: 40
                onEdited: root.nearby.forgetProblem()
                onAccepted: root._callNumber()
                Layout.fillWidth: true
            }
            Btn {
                objectName: "callNumber"
                kind: Btn.Secondary
                text: qsTr("Call it")
                onClicked: root._callNumber()
            }
        }
    }
}
