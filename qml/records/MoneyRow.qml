// Pounds and pence, typed.
import QtQuick

TextFieldRow {
    inputMethodHints: Qt.ImhFormattedNumbersOnly
}
