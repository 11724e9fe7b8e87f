// One of two versions. Both look the same, whoever wrote them; nothing is chosen before somebody says so.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property var version // as VersionChoice has it
    required property int number
    property bool mayKeep: true
    property int cellsHeight: 0   // of the tallest of those beside it: their buttons stand in one line

    readonly property int ownCellsHeight: cells.implicitHeight

    signal kept

    implicitWidth: 320 // the page gives the width; words that wrap would decide it in a circle
    padding: Theme.space24

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space20
        RowLayout {
            spacing: Theme.space12
            Avatar {
                name: root.version.name
                side: 48
                tone: Theme.colours.categories[root.number % 2 === 0 ? 0 : 2]
            }
            ColumnLayout {
                spacing: 0
                Txt {
                    objectName: "versionTitle" + root.number
                    text: root.version.title
                    textStyle: Theme.strong
                    heading: true
                    maximumLineCount: 3
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
                Txt {
                    text: root.version.where
                    textStyle: Theme.small
                    color: Theme.colours.muted
                    Layout.fillWidth: true
                }
            }
        }
        GridLayout {
            id: cells
            columns: Theme.bigText || root.width < 420 ? 1 : 2
            columnSpacing: Theme.space20
            rowSpacing: Theme.space16
            Layout.fillWidth: true
            Layout.minimumHeight: root.cellsHeight
            Layout.alignment: Qt.AlignTop
            Repeater {
                model: root.version.cells
                VersionCell {
                    required property int index
                    objectName: "version" + root.number + "cell" + index
                    Layout.columnSpan: isTitle ? cells.columns : 1
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
            }
        }
        Btn {
            objectName: "keep" + root.number
            kind: Btn.Secondary
            big: true
            enabled: root.mayKeep
            text: root.version.keepText
            onClicked: root.kept()
            Layout.fillWidth: true
        }
    }
}
