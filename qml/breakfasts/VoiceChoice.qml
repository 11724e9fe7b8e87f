// Whose voice it was, and whether the words may be shared. Both say "not" until somebody asks.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property var voices      // [{ code, text, full }]
    required property string voice    // code; empty not recorded
    required property string permission
    property bool saved: false // what is kept of a note does not tell "not asked" from "no"

    signal voiceChosen(code: string)
    signal permissionChosen(code: string)

    readonly property var _permissions: [
        { code: root.saved ? "notes_only" : "", text: root.saved ? qsTr("Not asked, or no") : qsTr("Not asked") },
        { code: "anonymous", text: qsTr("Yes") },
        ...(root.saved ? [] : [{ code: "notes_only", text: qsTr("No") }]),
        { code: "shared_name", text: qsTr("They asked to be named") }
    ]

    spacing: Theme.space8

    Txt {
        text: qsTr("Who said it?")
        textStyle: Theme.strong
        Layout.fillWidth: true
    }
    GridLayout {
        columns: root.width < 23 * Theme.textPixels(Theme.body) ? 1 : 2
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8
        Layout.fillWidth: true
        Radio {
            objectName: "voice-none"
            text: qsTr("Not recorded")
            checked: root.voice === "" || root.voice === "not_recorded"
            onToggled: root.voiceChosen("")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        Repeater {
            model: root.voices
            Radio {
                required property var modelData
                objectName: "voice-" + modelData.code
                visible: modelData.code !== "not_recorded"
                text: modelData.text
                checked: root.voice === modelData.code
                onToggled: root.voiceChosen(modelData.code)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
    }
    Txt {
        text: qsTr("OK to share these words, without a name?")
        textStyle: Theme.strong
        Layout.fillWidth: true
        Layout.topMargin: Theme.space12
    }
    GridLayout {
        columns: root.width < 23 * Theme.textPixels(Theme.body) ? 1 : 2
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8
        Layout.fillWidth: true
        Repeater {
            model: root._permissions
            Radio {
                required property var modelData
                objectName: "permission-" + modelData.code
                text: modelData.text
                checked: root.permission === modelData.code
                onToggled: root.permissionChosen(modelData.code)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
    }
}
