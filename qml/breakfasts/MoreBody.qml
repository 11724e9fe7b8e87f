// What a MoreSheet shows. Part of it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme
import "kinds.js" as Kinds

ColumnLayout {
    id: root

    required property MoreSheet sheet

    readonly property var _kinds: root.sheet.capture.choices("contribution_kind")

    spacing: Theme.space12

    Txt {
        text: qsTr("What is it about?")
        textStyle: Theme.strong
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        Repeater {
            model: root.sheet.capture.choices("theme")
            ChoiceChip {
                required property var modelData
                objectName: "all-" + modelData.code
                text: modelData.text
                width: Math.min(implicitWidth, root.width)
                checked: root.sheet.themes.indexOf(modelData.code) >= 0
                Accessible.name: modelData.full === "" ? text : text + ". " + modelData.full
                onToggled: root.sheet.themes = Kinds.withCode(root.sheet.themes, modelData.code, checked)
            }
        }
    }
    Txt {
        text: qsTr("More kinds")
        textStyle: Theme.strong
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
    }
    GridLayout {
        columns: root.width < 20 * Theme.textPixels(Theme.small) ? 1 : 2
        columnSpacing: Theme.space8
        rowSpacing: Theme.space8
        Layout.fillWidth: true
        Repeater {
            model: Kinds.others
            KindTile {
                id: other
                required property string modelData
                readonly property KindLook look: KindLook { code: other.modelData }
                objectName: "all-" + modelData
                text: Kinds.wordsOf(root._kinds, modelData)
                symbol: look.symbol
                tone: look.tone
                stacked: false
                checked: root.sheet.kind === modelData
                onChosen: root.sheet.kind = root.sheet.kind === modelData ? "" : modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
    }
    LevelChoice {
        visible: root.sheet.withLevel
        level: root.sheet.level
        onChosen: code => root.sheet.level = code
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
    }
    VoiceChoice {
        visible: root.sheet.withVoice
        voices: root.sheet.capture.choices("voice")
        voice: root.sheet.voice
        permission: root.sheet.permission
        onVoiceChosen: code => root.sheet.voice = code
        onPermissionChosen: code => root.sheet.permission = code
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
    }
}
