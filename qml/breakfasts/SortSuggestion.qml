// What other notes like this one were called: said, and offered. Nothing is chosen before somebody does.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Column {
    id: root

    required property SortNotes sorting

    spacing: Theme.space8

    Txt {
        objectName: "suggestion"
        width: root.width
        text: root.sorting.suggestion
        color: Theme.colours.muted
    }
    Flow {
        width: root.width
        spacing: Theme.space8
        Accessible.role: Accessible.Grouping
        Accessible.name: root.sorting.suggestion
        Repeater {
            model: root.sorting.suggested
            ChoiceChip {
                required property var modelData
                readonly property bool _kind: modelData.vocabulary === "contribution_kind"
                objectName: "suggested-" + modelData.code
                symbol: "plus"
                text: modelData.text
                width: Math.min(implicitWidth, root.width)
                checked: _kind ? root.sorting.kind === modelData.code : root.sorting.themes.indexOf(modelData.code) >= 0
                onToggled: {
                    if (_kind)
                        root.sorting.chooseKind(modelData.code)
                    else
                        root.sorting.chooseTheme(modelData.code, checked)
                }
            }
        }
    }
}
