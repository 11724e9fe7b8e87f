// A number, typed.
import QtQuick

TextFieldRow {
    inputMethodHints: Qt.ImhFormattedNumbersOnly
}
