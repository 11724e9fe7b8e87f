// One line of text with its label above. Hint and error are part of the accessible name: Qt 6.4 passes no description on.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme
import "words.js" as Words

FocusScope {
    id: root

    required property string label
    property string hint
    property string error
    property string spokenError: root.error // for words that change all the time, which nobody wants to hear again and again
    property string symbol
    property bool asTyped: false           // a code: see Txt
    property bool labelled: true           // false: the label is only its name, as where words above say it already
    property alias text: input.text
    property alias readOnly: input.readOnly
    property alias echoMode: input.echoMode
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength

    readonly property string _spoken: Words.spoken([root.label, root.hint, root.spokenError === "" ? "" : qsTr("Error: %1").arg(root.spokenError)])

    signal edited
    signal accepted
    signal undoAsked // Ctrl+Z, with nothing typed that it could undo

    // The text with the words that the input method still holds; read nothing else.
    function wholeText(): string {
        return Words.whole(InputMethod, input)
    }

    // What is typed next takes the place of all that is there.
    function selectAll() {
        input.selectAll()
    }

    implicitWidth: 280
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space8
        FieldLabel {
            visible: root.labelled || root.error !== ""
            label: root.labelled ? root.label : ""
            hint: root.labelled ? root.hint : ""
            error: root.error
            Layout.fillWidth: true
        }
        T.TextField {
            id: input
            focus: true
            objectName: root.objectName === "" ? "" : root.objectName + "Input"
            implicitHeight: Math.max(Theme.control, contentHeight + 2 * Theme.space8)
            Layout.fillWidth: true
            leftPadding: root.symbol === "" || Theme.rightToLeft ? 14 : 44
            rightPadding: root.symbol !== "" && Theme.rightToLeft ? 44 : 14
            horizontalAlignment: TextInput.AlignLeft
            font.family: Theme.family
            font.preferShaping: !root.asTyped
            font.pixelSize: Theme.textPixels(Theme.body)
            color: Theme.colours.text
            selectionColor: Theme.colours.primary
            selectedTextColor: Theme.colours.primaryInk
            verticalAlignment: TextInput.AlignVCenter
            selectByMouse: true
            onTextEdited: root.edited()
            onAccepted: root.accepted()
            Keys.onShortcutOverride: event => event.accepted = Words.isRedo(event)
            Keys.onPressed: event => {
                const undone = event.key === Qt.Key_Z && event.modifiers === Qt.ControlModifier && !input.canUndo
                event.accepted = Words.isRedo(event) || undone
                if (undone)
                    root.undoAsked()
                else if (event.accepted && input.canRedo)
                    input.redo()
            }
            Accessible.name: root._spoken
            Accessible.description: input.echoMode === TextInput.Normal ? "" : root._spoken // Qt keeps back the name of a secret's field

            background: Rectangle {
                radius: Theme.radiusControl
                color: input.readOnly ? Theme.colours.sunken : Theme.colours.surface
                border.width: root.error !== "" ? 3 : Theme.border
                border.color: root.error !== "" ? Theme.colours.dangerTone.solid : Theme.colours.outline
                Icon {
                    visible: root.symbol !== ""
                    anchors.left: parent.left
                    anchors.leftMargin: 13
                    anchors.verticalCenter: parent.verticalCenter
                    symbol: root.symbol
                    size: 21
                    colour: Theme.colours.muted
                }
                FocusRing { shown: input.activeFocus }
            }
        }
    }
}
