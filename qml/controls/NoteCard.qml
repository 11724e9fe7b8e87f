// What somebody said, as it stands in the feed: table, kind, words, themes, where it is kept. Undo stays until the next note and is
// never timed.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Theme
import "words.js" as Words

Item {
    id: root

    required property string text
    property int table: 0              // from 1; 0 none
    property string kind               // in words
    property string kindSymbol
    property Tone kindTone: Theme.colours.neutralTone
    property var themes: []            // in words
    property string time
    property string voice              // who said it, in words; empty when not recorded
    property bool isNew: false         // with Undo
    property bool shared: false

    signal undoAsked
    signal moreAsked

    readonly property string _where: root.shared ? qsTr("Shared with the hub")
        : Theme.touch ? qsTr("Saved on this tablet") : qsTr("Saved on this computer")

    implicitWidth: 320
    implicitHeight: column.implicitHeight + 2 * Theme.space16
    Accessible.role: Accessible.ListItem
    Accessible.name: Words.spoken([root.text, root.kind, root.voice, root.table > 0 ? qsTr("Table %1").arg(root.table) : "", root.time, root._where])

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusNote
        color: Theme.colours.surface
        border.width: root.isNew ? 2 : Theme.isLight ? 0 : Theme.border
        border.color: root.isNew ? Theme.colours.primary : Theme.colours.hairline
        Shadow { level: 1 }
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.space16
        spacing: Theme.space8
        RowLayout {
            spacing: Theme.space8
            TableBadge {
                visible: root.table > 0
                number: Math.max(1, root.table)
                side: 26
            }
            Tag {
                visible: root.kind !== ""
                text: root.kind
                symbol: root.kindSymbol
                tone: root.kindTone
                Accessible.ignored: true
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
            }
            Item { Layout.fillWidth: true }
            Txt {
                text: root.time
                textStyle: Theme.small
                color: Theme.colours.muted
                silent: true
            }
            Icon {
                symbol: root.shared ? "ticks" : "tick"
                size: 19
                colour: root.shared ? Theme.colours.successTone.solid : Theme.colours.muted
            }
        }
        Txt {
            text: root.text
            textStyle: Theme.lead
            silent: true
            Layout.fillWidth: true
        }
        Flow {
            visible: root.themes.length > 0
            spacing: Theme.space8
            Layout.fillWidth: true
            Repeater {
                model: root.themes
                Tag {
                    required property string modelData
                    text: modelData
                    Accessible.ignored: true
                }
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
            spacing: Theme.space8
            layoutDirection: Theme.rightToLeft ? Qt.LeftToRight : Qt.RightToLeft
            Layout.fillWidth: true
            Btn {
                objectName: "more"
                kind: Btn.Quiet
                text: qsTr("Add more")
                symbol: "plus"
                width: Math.min(implicitWidth, parent.width)
                onClicked: root.moreAsked()
            }
            Btn {
                objectName: "undo"
                visible: root.isNew
                kind: Btn.Quiet
                text: qsTr("Undo")
                symbol: "undo"
                onClicked: root.undoAsked()
            }
        }
    }
}
