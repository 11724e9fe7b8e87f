// Who could change what a note is about, who said it, and whether it may be shared. Part of NotePage.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property NoteEdit note

    spacing: Theme.space16

    LevelChoice {
        level: root.note.level
        onChosen: level => root.note.choose("level", level)
        Layout.fillWidth: true
        Layout.fillHeight: false
    }
    VoiceChoice {
        voices: root.note.ready ? root.note.choices("voice") : []
        voice: root.note.voice
        permission: root.note.permission
        saved: true
        onVoiceChosen: code => root.note.choose("voice", code === "" ? "not_recorded" : code)
        onPermissionChosen: code => root.note.choose("quote_permission", code)
        Layout.fillWidth: true
        Layout.fillHeight: false
    }
    ColumnLayout {
        spacing: Theme.space8
        Layout.fillHeight: false
        Txt {
            text: qsTr("Which principle does it show? (optional)")
            textStyle: Theme.strong
            Layout.fillWidth: true
        }
        Radio {
            objectName: "principle-none"
            text: qsTr("None of these")
            checked: root.note.principle === ""
            onToggled: root.note.choose("principle", "")
            Layout.fillWidth: true
        }
        Repeater {
            model: root.note.ready ? root.note.choices("principle") : []
            Radio {
                required property var modelData
                objectName: "principle-" + modelData.code
                text: modelData.text
                checked: root.note.principle === modelData.code
                onToggled: root.note.choose("principle", modelData.code)
                Layout.fillWidth: true
            }
        }
    }
    Field {
        id: language
        objectName: "language"
        label: qsTr("Which language is it in? (optional)")
        text: root.note.language
        maximumLength: 35
        onAccepted: root.note.choose("language", language.wholeText().trim())
        onActiveFocusChanged: if (!language.activeFocus) root.note.choose("language", language.wholeText().trim())
        Layout.fillWidth: true
    }
}
