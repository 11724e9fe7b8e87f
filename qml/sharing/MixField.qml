// One field of a mix: each version's as a card, and a box for words of one's own.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property int index
    required property VersionChoice choice

    readonly property var field: root.choice.fields[root.index] ?? { options: [], chosen: -1, words: "", together: "", label: "", isText: false, field: -1 }
    property bool writing: root.field.chosen < 0 && root.field.words !== ""

    function finish() {
        if (root.writing)
            root.choice.write(root.field.field, box.wholeText())
    }
    function _write() {
        root.writing = true
        if (box.text === "")
            box.text = root.field.together !== "" ? root.field.together : root.field.options[0].words
        root.finish()
        box.forceActiveFocus()
    }

    spacing: Theme.space8
    Txt {
        text: root.field.label
        textStyle: Theme.h3
        heading: true
        Layout.fillWidth: true
    }
    Repeater {
        model: root.field.options.length
        RadioCard {
            id: option
            required property int index
            readonly property var _option: root.field.options[option.index] ?? { title: "", words: "" }
            objectName: "mix" + root.index + "version" + option.index
            text: option._option.words
            hint: option._option.title
            checked: !root.writing && root.field.chosen === option.index
            onToggled: {
                root.writing = false
                root.choice.choose(root.field.field, option.index)
            }
            Layout.fillWidth: true
        }
    }
    RadioCard {
        objectName: "mix" + root.index + "own"
        visible: root.field.isText
        text: qsTr("In other words")
        hint: root.field.together !== "" ? qsTr("Begins with what both wrote") : qsTr("Begins with the first version")
        checked: root.writing
        onToggled: root._write()
        Layout.fillWidth: true
    }
    TextBox {
        id: box
        objectName: "mix" + root.index + "words"
        visible: root.writing
        label: qsTr("Your words")
        text: root.field.words
        onEdited: if (root.writing) root.choice.write(root.field.field, box.text)
        Layout.fillWidth: true
    }
}
