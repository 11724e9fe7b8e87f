// One thing found by a PersonPick, as its model tells it.
import QtQuick
import OurTable.Theme

ListRow {
    required property string key
    required property string flag // access needs
    required text
    required detail

    tag: flag
    tagTone: Theme.colours.infoTone
    tagSymbol: flag === "" ? "" : "info"
    leadsOn: false
    focusPolicy: Qt.ClickFocus
}
