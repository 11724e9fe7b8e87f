// A message in the page, never floating over it. One action at most, as a child.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme
import "words.js" as Words

Rectangle {
    id: root

    default property alias action: actions.data
    property Tone tone: Theme.colours.infoTone
    property string symbol: "info"
    property string title
    property string text

    readonly property bool _stacked: root.width < 560 || Theme.bigText

    implicitWidth: 320
    implicitHeight: Math.max(60, grid.implicitHeight + 28)
    radius: Theme.radiusChoice
    color: root.tone.soft
    border.width: Theme.isContrast ? Theme.border : 0
    border.color: root.tone.ink
    Accessible.role: Accessible.Note
    Accessible.name: Words.spoken([root.title, root.text])

    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.space16
        columns: root._stacked ? 2 : 3
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8
        Icon {
            symbol: root.symbol
            colour: root.tone.ink
            size: 25
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: 2
            Txt {
                text: root.title
                visible: root.title !== ""
                textStyle: Theme.strong
                color: root.tone.ink
                silent: true
                Layout.fillWidth: true
            }
            Txt {
                text: root.text
                visible: root.text !== ""
                textStyle: Theme.small
                color: root.tone.ink
                silent: true
                Layout.fillWidth: true
            }
        }
        RowLayout {
            id: actions
            visible: children.length > 0
            Layout.column: root._stacked ? 1 : 2
            Layout.row: root._stacked ? 1 : 0
        }
    }
}
