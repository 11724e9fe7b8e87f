// What a note is about: the likely themes, whatever else is chosen, and the way to all of them.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme
import "kinds.js" as Kinds

Flow {
    id: root

    required property NoteDraft draft
    required property var likely   // [{ code, text }]
    required property var themes   // all of them
    required property var words    // [{ code, text }] of every kind
    property int most: 6           // of the likely ones

    signal moreAsked

    readonly property var _shown: Kinds.shownThemes(root.likely.slice(0, root.most), root.themes, root.draft.themes)

    spacing: Theme.space8
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("What is it about?")

    Repeater {
        model: root._shown
        ChoiceChip {
            required property var modelData
            objectName: "theme-" + modelData.code
            text: modelData.text
            width: Math.min(implicitWidth, root.width)
            checked: root.draft.themes.indexOf(modelData.code) >= 0
            focusPolicy: Qt.TabFocus
            onToggled: root.draft.chooseTheme(modelData.code, checked)
        }
    }
    ChoiceChip {
        readonly property KindLook look: KindLook { code: root.draft.kind }
        objectName: "otherKind"
        visible: Kinds.isOther(root.draft.kind)
        text: Kinds.wordsOf(root.words, root.draft.kind)
        width: Math.min(implicitWidth, root.width)
        checked: visible
        tone: look.tone
        focusPolicy: Qt.TabFocus
        onToggled: root.draft.chooseKind(root.draft.kind)
    }
    MoreChip {
        objectName: "moreThemes"
        text: qsTr("More")
        onClicked: root.moreAsked()
    }
}
