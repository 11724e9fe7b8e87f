// One meaning in three strengths: solid for marks and outlines on a surface, soft for a background, ink for words on it.
import QtQuick

QtObject {
    required property color solid
    required property color soft
    required property color ink
}
