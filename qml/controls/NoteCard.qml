// What somebody said, as it stands in the feed: kind, words, themes, where it is kept. The whole card opens the note. A new one
// has Undo, which stays until the next note and is never timed. What its owner puts into it stands at the end.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Theme
import "words.js" as Words

Item {
    id: root

    default property alias more: column.data
    required property string text
    property int table: 0              // from 1; 0 none
    property string kind               // in words
    property string kindSymbol
    property Tone kindTone: Theme.colours.neutralTone
    property var themes: []            // in words
    property var marks: []             // what else is to be seen of it: [{ text, symbol }]
    property string time
    property string voice              // who said it, in words; empty when not recorded
    property string due                // of a promise, in words: "2 July"
    property bool isNew: false         // with Undo
    property bool shared: false
    property string position           // "3 of 11"

    signal undoAsked
    signal moreAsked
    signal menuAsked // a long press, the other button of the mouse, or the menu key

    readonly property string _where: root.shared ? qsTr("Shared with the hub")
        : Theme.tablet ? qsTr("Saved on this tablet") : qsTr("Saved on this device")
    readonly property string _kept: root.shared ? "ticks" : "tick"
    readonly property real _headWidth: (root.table > 0 ? 26 + Theme.space8 : 0) + (root.kind === "" ? 0 : tag.implicitWidth + Theme.space8)
        + Theme.space8 + Theme.iconPixels(17) + Theme.space4 + moment.implicitWidth
    readonly property bool _timeBelow: root._headWidth > root.width - 2 * Theme.space16
    readonly property string _by: root.due === "" ? "" : qsTr("by %1", "a day").arg(root.due)

    implicitWidth: 320
    implicitHeight: column.implicitHeight + 2 * Theme.space16
    activeFocusOnTab: !root.isNew
    Accessible.role: Accessible.ListItem
    Accessible.name: Words.spoken([root.text, root.kind, root.voice, root._by, ...root.themes, ...root.marks.map(mark => mark.text),
                                   root.table > 0 ? qsTr("Table %1").arg(root.table) : "", root.time, root._where, root.position])
    Accessible.focusable: !root.isNew // a new one has buttons instead
    Accessible.onPressAction: root.moreAsked()
    Keys.onReturnPressed: root.moreAsked()
    Keys.onEnterPressed: root.moreAsked()
    Keys.onSpacePressed: root.moreAsked()
    Keys.onMenuPressed: root.menuAsked()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusNote
        color: hover.hovered && !Theme.touch ? Theme.colours.selected : Theme.colours.surface
        border.width: root.isNew ? 2 : Theme.isLight ? 0 : Theme.border
        border.color: root.isNew ? Theme.colours.primary : Theme.colours.hairline
        Shadow { level: 1 }
        FocusRing {
            shown: root.activeFocus && root.Window.activeFocusItem === root
            corner: Theme.radiusNote
        }
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: root.moreAsked()
        onLongPressed: root.menuAsked()
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onTapped: root.menuAsked()
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.space16
        spacing: Theme.space8
        RowLayout {
            spacing: Theme.space8
            Layout.minimumHeight: 27
            TableBadge {
                visible: root.table > 0
                number: Math.max(1, root.table)
                side: 26
            }
            Tag {
                id: tag
                visible: root.kind !== ""
                text: root.kind
                symbol: root.kindSymbol
                tone: root.kindTone
                Accessible.ignored: true
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
            }
            Item { Layout.fillWidth: true }
            Icon {
                visible: !root._timeBelow
                symbol: root._kept
                size: 17
                colour: Theme.colours.muted
            }
            Txt {
                id: moment
                visible: !root._timeBelow
                text: root.time
                textStyle: Theme.small
                color: Theme.colours.muted
                wrapMode: Text.NoWrap
                silent: true
                Layout.leftMargin: -Theme.space4
            }
        }
        RowLayout { // a time in many words: the kind is never broken for its sake
            visible: root._timeBelow
            spacing: Theme.space4
            Icon {
                symbol: root._kept
                size: 17
                colour: Theme.colours.muted
                Layout.alignment: Qt.AlignTop
            }
            Txt {
                text: root._timeBelow ? root.time : ""
                textStyle: Theme.small
                color: Theme.colours.muted
                silent: true
                Layout.fillWidth: true
            }
        }
        Txt {
            text: root.text
            silent: true
            Layout.fillWidth: true
        }
        Flow {
            visible: root.themes.length > 0 || root.marks.length > 0 || root.due !== ""
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.topMargin: 2
            Repeater {
                model: [...[...root.themes].map(theme => ({ text: theme, symbol: "" })), ...root.marks]
                Tag {
                    required property var modelData
                    text: modelData.text
                    symbol: modelData.symbol
                    width: Math.min(implicitWidth, column.width)
                    Accessible.ignored: true
                }
            }
            Tag {
                visible: root.due !== ""
                text: root._by
                symbol: "clock"
                tone: Theme.colours.warningTone
                Accessible.ignored: true
            }
        }
        Txt {
            text: root.voice
            visible: root.voice !== ""
            textStyle: Theme.small
            color: Theme.colours.muted
            silent: true
            Layout.fillWidth: true
        }
        Flow {
            visible: root.isNew
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.leftMargin: -Theme.space8
            Btn {
                objectName: "undo"
                kind: Btn.Quiet
                text: qsTr("Undo")
                symbol: "undo"
                width: Math.min(implicitWidth, column.width)
                onClicked: root.undoAsked()
            }
            Btn {
                objectName: "more"
                kind: Btn.Quiet
                text: qsTr("Add more")
                symbol: "plus"
                width: Math.min(implicitWidth, column.width)
                onClicked: root.moreAsked()
            }
        }
    }
}
