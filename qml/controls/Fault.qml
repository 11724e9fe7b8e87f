// One thing that is wrong on a page, for its ErrorSummary: the words that stand beside the field too, and the field.
import QtQuick

QtObject {
    required property string text
    property Item field
}
