// Everything else that can be said about a note: all themes, the other kinds, and what has no room beside the keyboard.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Sheet {
    id: root

    required property Capture capture
    property bool withLevel: false
    property bool withVoice: false

    property var themes: []
    property string kind
    property string level
    property string voice
    property string permission

    readonly property NoteDraft _draft: root.capture.draft

    function begin() {
        root.themes = root._draft.themes
        root.kind = root._draft.kind
        root.level = root._draft.level
        root.voice = root._draft.voice
        root.permission = root._draft.permission
        root.open()
    }

    objectName: "moreSheet"
    title: qsTr("More about this note")
    actionText: qsTr("Done")
    source: Qt.resolvedUrl("MoreBody.qml")
    properties: ({ sheet: root })
    onConfirmed: {
        for (const theme of root.capture.choices("theme"))
            root._draft.chooseTheme(theme.code, root.themes.indexOf(theme.code) >= 0)
        root._draft.kind = root.kind
        root._draft.level = root.level
        root._draft.voice = root.voice
        root._draft.permission = root.permission
    }
}
