// One of the options of a Segmented.
import QtQuick

QtObject {
    required property string text
    property string symbol
}
