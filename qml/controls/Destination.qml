// A place that the navigation leads to.
import QtQuick

QtObject {
    required property string key    // for code, never shown
    required property string text
    required property string symbol
    property int count: 0           // what waits there; part of the name that a screen reader says
}
