// What the note is about: every theme, the likely ones first, and a field that finds one by a few letters.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property SortNotes sorting

    readonly property string _typed: find.text.trim().toLowerCase()
    readonly property var _all: root.sorting.themeChoices
    readonly property var _chosen: root.sorting.themes
    readonly property var _shown: root._all.filter(
        each => root._typed === "" || (each.text + " " + each.full).toLowerCase().indexOf(root._typed) >= 0)

    // typing: the field is ready for it at once.
    function begin(typing: bool) {
        find.text = ""
        if (typing)
            find.forceActiveFocus(Qt.OtherFocusReason)
    }
    // The one at this place, or not any more.
    function choose(place: int) {
        const theme = root._shown[place]
        if (!theme)
            return
        root.sorting.chooseTheme(theme.code, root._chosen.indexOf(theme.code) < 0)
        find.text = ""
    }

    implicitHeight: column.implicitHeight

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space12
        SearchBox {
            id: find
            objectName: "find"
            width: parent.width
            label: qsTr("What is it about?")
            hint: qsTr("Choose one or more. Type to find one.")
            found: root._typed === "" ? -1 : root._shown.length
            onAccepted: if (root._typed !== "") root.choose(0)
            onUndoAsked: root.sorting.undo()
        }
        Flow {
            width: parent.width
            spacing: Theme.space8
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("What is it about?")
            Repeater {
                model: root._shown
                ChoiceChip {
                    required property var modelData
                    objectName: "theme-" + modelData.code
                    text: modelData.text
                    width: Math.min(implicitWidth, column.width)
                    checked: root.sorting.themes.indexOf(modelData.code) >= 0
                    onToggled: root.sorting.chooseTheme(modelData.code, checked)
                }
            }
        }
        Txt {
            objectName: "noTheme"
            visible: root._typed !== "" && root._shown.length === 0
            width: parent.width
            text: qsTr("Nothing is called that. Try other words.")
            color: Theme.colours.muted
        }
    }
}
