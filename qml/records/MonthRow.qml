// A month, typed as people write it: "June 2026".
import QtQuick

TextFieldRow {
    inputMethodHints: Qt.ImhNoPredictiveText
}
