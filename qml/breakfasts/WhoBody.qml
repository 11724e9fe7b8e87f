// What a WhoSheet shows. Part of it.
import QtQuick

VoiceChoice {
    id: root

    required property WhoSheet sheet

    voices: root.sheet.capture.choices("voice")
    voice: root.sheet.voice
    permission: root.sheet.permission
    onVoiceChosen: code => root.sheet.voice = code
    onPermissionChosen: code => root.sheet.permission = code
}
