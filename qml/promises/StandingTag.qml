// How a promise stands, in a word.
import QtQuick
import OurTable.Controls
import OurTable.Theme

Tag {
    id: root

    required property string toneName // as the bridge says it

    tone: root.toneName === "success" ? Theme.colours.successTone
        : root.toneName === "warning" ? Theme.colours.warningTone
        : root.toneName === "info" ? Theme.colours.infoTone : Theme.colours.neutralTone
}
