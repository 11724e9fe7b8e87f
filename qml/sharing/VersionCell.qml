// What one version says in one field. Not a layout: one inside another does not hear that words need fewer lines by now.
import QtQuick
import OurTable.Controls
import OurTable.Theme

Column {
    id: root

    required property var modelData // label, differs, isTitle, parts
    readonly property bool isTitle: root.modelData.isTitle

    spacing: Theme.space4
    Txt {
        width: root.width
        text: root.modelData.label
        textStyle: Theme.smallStrong
        color: Theme.colours.muted
    }
    DiffTxt {
        width: root.width
        parts: root.modelData.parts
        textStyle: root.isTitle ? Theme.lead : Theme.body
    }
}
