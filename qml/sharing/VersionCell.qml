// What one version says in one field.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property var modelData // label, differs, isTitle, parts
    readonly property bool isTitle: root.modelData.isTitle

    spacing: Theme.space4
    Txt {
        text: root.modelData.label
        textStyle: Theme.smallStrong
        color: Theme.colours.muted
        Layout.fillWidth: true
        Layout.preferredWidth: 1
    }
    DiffTxt {
        parts: root.modelData.parts
        textStyle: root.isTitle ? Theme.lead : Theme.body
        Layout.fillWidth: true
        Layout.preferredWidth: 1
    }
}
