// One person or thing on a Board. Its model has the roles key, text, detail, next, flag (access needs), score and scoreOf (0: none
// yet).
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme
import "words.js" as Words

T.ItemDelegate {
    id: root

    required text
    required property string key
    required property string detail
    required property string next      // "Chat on Tuesday 9 June"
    required property string flag
    required property int score
    required property int scoreOf
    property bool chosen: false
    property bool stop: false          // where Tab comes in
    property int place: 0
    property int places: 0

    signal menuAsked

    implicitWidth: 214
    implicitHeight: Math.max(108, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space12
    hoverEnabled: !Theme.touch
    focusPolicy: root.stop || root.activeFocus ? Qt.StrongFocus : Qt.ClickFocus
    Accessible.name: Words.spoken([root.text, root.detail, root.scoreOf > 0 ? qsTr("%1 out of %2").arg(root.score).arg(root.scoreOf) : "", root.flag, root.next,
        root.chosen ? qsTr("Chosen") : "", qsTr("%1 of %2").arg(root.place).arg(root.places)])
    Accessible.focusable: true
    Accessible.selectable: true
    Accessible.selected: root.chosen
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radiusNote
        color: root.hovered && !Theme.isContrast ? Theme.colours.selected : Theme.colours.surface
        border.width: root.chosen ? 2 : Theme.isLight ? 0 : Theme.border
        border.color: root.chosen ? Theme.colours.primary : Theme.colours.hairline
        Shadow { level: 1 }
        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusNote
        }
    }
    contentItem: ColumnLayout {
        spacing: Theme.space8
        RowLayout {
            spacing: Theme.space12
            Avatar {
                visible: !Theme.bigText
                name: root.text
                side: 36
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 0
                Txt {
                    text: root.text
                    textStyle: Theme.smallStrong
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    silent: true
                    Layout.fillWidth: true
                }
                Txt {
                    text: root.detail
                    visible: root.detail !== ""
                    textStyle: Theme.small
                    color: Theme.colours.muted
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    silent: true
                    Layout.fillWidth: true
                }
            }
        }
        RowLayout {
            visible: root.scoreOf > 0
            spacing: Theme.space8
            Meter {
                value: root.score / Math.max(1, root.scoreOf)
                Layout.fillWidth: true
            }
            Txt {
                text: root.score + " / " + root.scoreOf
                textStyle: Theme.caption
                wrapMode: Text.NoWrap
                silent: true
            }
        }
        Tag {
            visible: root.flag !== ""
            text: root.flag
            tone: Theme.colours.infoTone
            Accessible.ignored: true
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        RowLayout {
            Layout.topMargin: -Theme.space8
            Layout.bottomMargin: -Theme.space4
            Txt {
                text: root.next
                textStyle: Theme.small
                color: Theme.colours.muted
                maximumLineCount: 2
                elide: Text.ElideRight
                silent: true
                Layout.fillWidth: true
            }
            IconBtn {
                objectName: "cardMore"
                name: qsTr("Move to: %1").arg(root.text)
                symbol: "more"
                focusPolicy: root.stop || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
                onClicked: root.menuAsked()
                Accessible.focusable: true
                Layout.rightMargin: -Theme.space8
            }
        }
    }
}
