// The words of a note, what they are and what they are about. Part of NotePage.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme
import "kinds.js" as Kinds

FocusScope {
    id: root

    required property NoteEdit note

    implicitHeight: column.implicitHeight

    Connections {
        target: root.note
        function onTextReplaced() { box.put(root.note.text) }
    }

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space16
        TextBox {
            id: box
            objectName: "words"
            focus: true
            label: qsTr("What did someone say?")
            leastHeight: 132
            onEdited: root.note.write(box.textSoFar())
            onActiveFocusChanged: {
                if (!box.activeFocus) {
                    root.note.write(box.wholeText())
                    root.note.saveWords()
                }
            }
            Layout.fillWidth: true
        }
        BoxLine {
            problem: root.note.problem
            length: Array.from(box.text).length
            limit: root.note.limit
            Layout.fillWidth: true
        }
        EchoCount {
            session: root.note.session
            note: root.note.key
            Layout.fillWidth: true
        }
        Txt {
            text: qsTr("What kind of note is it?")
            textStyle: Theme.strong
            Layout.fillWidth: true
        }
        KindChoice {
            kind: root.note.kind
            kinds: Kinds.nine
            mostColumns: 3
            words: root.note.ready ? root.note.choices("contribution_kind") : []
            onChosen: kind => root.note.choose("kind", kind)
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
        Txt {
            text: qsTr("What is it about?")
            textStyle: Theme.strong
            Layout.fillWidth: true
        }
        Flow {
            id: themes
            spacing: Theme.space8
            Layout.fillWidth: true
            Repeater {
                model: root.note.ready ? root.note.choices("theme") : []
                ChoiceChip {
                    required property var modelData
                    objectName: "theme-" + modelData.code
                    text: modelData.text
                    width: Math.min(implicitWidth, themes.width)
                    checked: root.note.themes.indexOf(modelData.code) >= 0
                    onToggled: root.note.chooseTheme(modelData.code, checked)
                }
            }
        }
    }
}
