// The three sets of colours, each as a picture of itself.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property Comfort comfort

    Accessible.name: qsTr("Colours")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space16
        Txt {
            text: qsTr("Colours")
            textStyle: Theme.h2
            heading: true
            Layout.fillWidth: true
        }
        GridLayout {
            columns: root.width >= 480 && !Theme.bigText ? 3 : 1
            columnSpacing: Theme.space12
            rowSpacing: Theme.space12
            ColoursChoice {
                objectName: "light"
                text: qsTr("Light")
                shown: Theme.light
                checked: root.comfort.mode === Theme.Light
                onClicked: root.comfort.mode = Theme.Light
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
            ColoursChoice {
                objectName: "dark"
                text: qsTr("Dark")
                shown: Theme.dark
                checked: root.comfort.mode === Theme.Dark
                onClicked: root.comfort.mode = Theme.Dark
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
            ColoursChoice {
                objectName: "contrast"
                text: qsTr("High contrast")
                shown: Theme.contrast
                outlined: true
                checked: root.comfort.mode === Theme.Contrast
                onClicked: root.comfort.mode = Theme.Contrast
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
    }
}
