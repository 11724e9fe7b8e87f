// A number without a slider: less, more, and the words at both ends. Arrows, Home and End change it.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme
import "words.js" as Words

FocusScope {
    id: root

    required property string name
    property int value: 0
    property int from: 0
    property int to: 10
    property string unit           // after the number, "out of 10"
    property string lowWords
    property string highWords

    signal changed(value: int)

    function put(value: int) {
        const bounded = Math.max(root.from, Math.min(root.to, value))
        if (bounded !== root.value)
            root.changed(bounded)
    }

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: Words.spoken([root.name, root.value + (root.unit === "" ? "" : " " + root.unit)])
    Keys.onLeftPressed: root.put(root.value - 1)
    Keys.onDownPressed: root.put(root.value - 1)
    Keys.onRightPressed: root.put(root.value + 1)
    Keys.onUpPressed: root.put(root.value + 1)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home)
            root.put(root.from)
        else if (event.key === Qt.Key_End)
            root.put(root.to)
        else
            return
        event.accepted = true
    }

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space8
        RowLayout {
            spacing: Theme.space12
            Btn {
                kind: Btn.Secondary
                symbol: "minus"
                implicitWidth: Theme.stepper
                implicitHeight: Theme.stepper
                leftPadding: 0
                focus: true
                onClicked: root.put(root.value - 1)
                Accessible.name: qsTr("Less: %1").arg(root.name)
            }
            ColumnLayout {
                spacing: Theme.space4
                RowLayout {
                    Layout.alignment: Qt.AlignHCenter
                    spacing: Theme.space8
                    Txt {
                        text: root.value
                        textStyle: Theme.h1
                        silent: true
                    }
                    Txt {
                        text: root.unit
                        visible: root.unit !== ""
                        silent: true
                    }
                }
                Meter {
                    value: root.to > root.from ? (root.value - root.from) / (root.to - root.from) : 0
                    Layout.fillWidth: true
                }
            }
            Btn {
                kind: Btn.Secondary
                symbol: "plus"
                implicitWidth: Theme.stepper
                implicitHeight: Theme.stepper
                leftPadding: 0
                onClicked: root.put(root.value + 1)
                Accessible.name: qsTr("More: %1").arg(root.name)
            }
        }
        RowLayout {
            visible: root.lowWords !== "" || root.highWords !== ""
            Txt {
                text: root.lowWords
                textStyle: Theme.small
                color: Theme.colours.muted
                Layout.fillWidth: true
            }
            Txt {
                text: root.highWords
                textStyle: Theme.small
                color: Theme.colours.muted
                horizontalAlignment: Text.AlignRight
                Layout.fillWidth: true
            }
        }
    }
}
