// A way to set words: at 100 %, and how much of a larger text setting it takes (ux.md 4.2: headings grow less).
import QtQuick

QtObject {
    required property real size   // dp
    property int weight: Font.Normal
    property real growth: 1
    property real letterSpacing: 0
    property bool reading: false  // read as running text: more space between lines
}
