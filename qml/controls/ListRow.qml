// A row of a list that opens something: sign, two lines, a tag. Its name ends with its place, "3 of 11", when it knows it.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme
import "words.js" as Words

T.ItemDelegate {
    id: root

    property string detail
    property string symbol
    property Tone tone: Theme.colours.neutralTone
    property string tag
    property Tone tagTone: Theme.colours.neutralTone
    property string tagSymbol
    property bool tagBelow: false  // the tag under the words: where there is no room beside them
    property bool leadsOn: true    // shows an arrow
    property bool divided: true
    property int place: 0          // from 1; 0 unknown
    property int places: 0

    readonly property Tone _tone: root.tone ?? Theme.colours.neutralTone // what gave the tone, and the theme, may go before the row does

    readonly property bool _narrow: Theme.bigText && root.width < 480 // the words need the room of the sign

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch ? 68 : 56, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space8
    hoverEnabled: !Theme.touch
    focusPolicy: Qt.StrongFocus
    Accessible.name: Words.spoken([root.text, root.detail, root.tag, root.place > 0 ? qsTr("%1 of %2").arg(root.place).arg(root.places) : ""])
    Accessible.focusable: true
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.margins: 2
            radius: Theme.radiusControl
            color: root.highlighted ? Theme.colours.selected : root.hovered || root.down ? Theme.colours.sunken : "transparent"
            border.width: Theme.isContrast && root.highlighted ? Theme.border : 0
            border.color: Theme.colours.primary
        }
        Divider {
            visible: root.divided
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
        }
        Rectangle { // within the row, as rows have no gap between them
            anchors.fill: parent
            visible: root.visualFocus
            radius: Theme.radiusTag
            color: "transparent"
            border.width: Theme.focusWidth
            border.color: Theme.colours.focus
        }
    }
    contentItem: RowLayout {
        spacing: Theme.space12
        Rectangle {
            visible: root.symbol !== "" && !root._narrow
            implicitWidth: Math.max(40, Theme.iconPixels(22) + Theme.space12)
            implicitHeight: implicitWidth
            radius: Theme.radiusChoice
            color: root._tone ? root._tone.soft : "transparent"
            border.width: Theme.isContrast ? Theme.border : 0
            border.color: root._tone ? root._tone.solid : "transparent"
            Icon {
                anchors.centerIn: parent
                symbol: root.symbol
                size: 22
                colour: root._tone ? root._tone.ink : Theme.colours.text
            }
        }
        ColumnLayout {
            spacing: 1
            Txt {
                text: root.text
                textStyle: Theme.label
                font.weight: Font.DemiBold
                maximumLineCount: root._narrow ? 8 : 3
                elide: Text.ElideRight
                silent: true
                Layout.fillWidth: true
            }
            Txt {
                text: root.detail
                visible: root.detail !== ""
                textStyle: Theme.small
                color: Theme.colours.muted
                maximumLineCount: root._narrow ? 12 : 6
                elide: Text.ElideRight
                silent: true
                Layout.fillWidth: true
            }
            Tag {
                visible: root.tagBelow && root.tag !== ""
                text: root.tag
                tone: root.tagTone
                symbol: root.tagSymbol
                Accessible.ignored: true
                Layout.topMargin: Theme.space4
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
            }
        }
        Tag {
            visible: !root.tagBelow && root.tag !== ""
            text: root.tag
            tone: root.tagTone
            symbol: root.tagSymbol
            Accessible.ignored: true
        }
        Icon {
            visible: root.leadsOn
            symbol: "right"
            size: 20
            colour: Theme.colours.muted
        }
    }
}
