// What several controls do with words.
.pragma library

// The parts that are not empty, as a screen reader says them.
function spoken(parts) {
    return parts.filter(part => part !== "").map(part => part.replace(/\.$/, "")).join(". ")
}

// All that was typed, with what the input method still holds.
function whole(inputMethod, input) {
    inputMethod.commit()
    return soFar(input)
}

// The same without ending what the input method is at.
function soFar(input) {
    const at = input.cursorPosition
    return input.text.slice(0, at) + input.preeditText + input.text.slice(at)
}

// Whether a key types again what was undone: both that people know, whatever the system (ux.md 6.3).
function isRedo(event) {
    if (!(event.modifiers & Qt.ControlModifier))
        return false
    return event.modifiers & Qt.ShiftModifier ? event.key === Qt.Key_Z : event.key === Qt.Key_Y
}
