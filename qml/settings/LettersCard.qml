// How large words are, and the shape of their letters.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property Comfort comfort

    readonly property int _size: root._nearest(root.comfort.textScale)
    readonly property var _names: ({
        "Atkinson Hyperlegible Next": qsTr("Clear"),
        "Inter": qsTr("Plain"),
        "Andika": qsTr("Learning")
    })

    function _nearest(scale: real): int {
        let found = 0
        for (let index = 0; index < Theme.textScales.length; ++index)
            found = Theme.textScales[index] <= scale + 0.001 ? index : found
        return found
    }
    function _step(by: int) {
        const last = Theme.textScales.length - 1
        root.comfort.textScale = Theme.textScales[Math.max(0, Math.min(last, root._size + by))]
    }

    Accessible.name: qsTr("Letters")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space16
        Txt {
            text: qsTr("Text size")
            textStyle: Theme.h2
            heading: true
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.space16
            SizeBtn {
                objectName: "smaller"
                name: qsTr("Smaller text")
                letterPixels: 17
                enabled: root._size > 0
                onClicked: root._step(-1)
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: Theme.space8
                Layout.fillWidth: true
                RowLayout {
                    spacing: 6
                    Layout.fillWidth: true
                    Repeater {
                        model: Theme.textScales.length
                        Rectangle {
                            required property int index
                            implicitHeight: 10
                            radius: 5
                            color: index <= root._size ? Theme.colours.primary : Theme.isContrast ? Theme.colours.surface : Theme.colours.hairline
                            border.width: Theme.isContrast ? 1 : 0
                            border.color: Theme.colours.outline
                            Layout.fillWidth: true
                        }
                    }
                }
                Txt {
                    objectName: "sizeWords"
                    text: qsTr("Size %1 of %2").arg(root._size + 1).arg(Theme.textScales.length)
                    textStyle: Theme.small
                    color: Theme.colours.muted
                    wrapMode: Theme.bigText ? Text.Wrap : Text.NoWrap
                    Layout.fillWidth: true
                }
            }
            SizeBtn {
                objectName: "bigger"
                name: qsTr("Bigger text")
                letterPixels: 32
                enabled: root._size < Theme.textScales.length - 1
                onClicked: root._step(1)
                Layout.alignment: Qt.AlignTop
            }
        }
        Rectangle {
            implicitHeight: example.implicitHeight + 2 * Theme.space16
            radius: Theme.radiusChoice
            color: Theme.colours.sunken
            border.width: Theme.isContrast ? 1 : 0
            border.color: Theme.colours.outline
            Layout.fillWidth: true
            Txt {
                id: example
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.space16
                text: qsTr("This is how words will look. Il1 O0 rn m. Nothing about us without us.")
            }
        }
        Txt {
            visible: Theme.families.length > 1
            text: qsTr("Shape of letters")
            textStyle: Theme.strong
            heading: true
            Layout.fillWidth: true
        }
        GridLayout {
            visible: Theme.families.length > 1
            columns: root.width >= 480 && !Theme.bigText ? 3 : 1
            columnSpacing: Theme.space12
            rowSpacing: Theme.space12
            Repeater {
                model: Theme.families.length
                LettersChoice {
                    required property int index
                    objectName: "letters" + index
                    family: Theme.families[index]
                    text: root._names[Theme.families[index]] ?? Theme.families[index]
                    checked: Theme.family === Theme.families[index]
                    onClicked: root.comfort.family = Theme.families[index]
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
            }
        }
    }
}
