// Several lines of text; grows to eight, then scrolls. Tab leaves it, Ctrl+Return is the page's main action.
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
    property bool labelled: true
    property alias text: input.text
    property alias readOnly: input.readOnly
    property int leastHeight: 124

    signal edited
    signal accepted
    signal undoAsked // Ctrl+Z, with nothing typed that it could undo
    signal redoAsked // Ctrl+Shift+Z or Ctrl+Y, with nothing undone that it could type again

    readonly property real _mostHeight: 8 * Theme.textPixels(Theme.lead) * 1.5 + 2 * Theme.space16

    // The text with the words that the input method still holds; read nothing else.
    function wholeText(): string {
        return Words.whole(InputMethod, input)
    }
    // The same, and the input method goes on: for drafts, while somebody types.
    function textSoFar(): string {
        return Words.soFar(input)
    }

    function _redo() {
        if (input.canRedo)
            input.redo()
        else
            root.redoAsked()
    }
    // Something else to go on with: the cursor stands behind it.
    function put(words: string) {
        input.text = words
        input.cursorPosition = input.length
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
        Rectangle {
            implicitHeight: Math.max(root.leastHeight, Math.min(input.implicitHeight, root._mostHeight))
            Layout.fillWidth: true
            Layout.fillHeight: true
            radius: Theme.radiusChoice
            color: Theme.colours.surface
            border.width: root.error !== "" ? 3 : Theme.border
            border.color: root.error !== "" ? Theme.colours.dangerTone.solid : Theme.colours.outline
            FocusRing {
                shown: input.activeFocus
                corner: Theme.radiusChoice
            }
            Scroll {
                id: flick
                anchors.fill: parent
                anchors.margins: 3
                contentHeight: input.height
                T.TextArea {
                    id: input
                    focus: true
                    objectName: root.objectName === "" ? "" : root.objectName + "Input"
                    width: flick.width
                    height: Math.max(implicitHeight, flick.height)
                    implicitHeight: contentHeight + topPadding + bottomPadding
                    padding: Theme.space12
                    font.family: Theme.family
                    font.pixelSize: Theme.textPixels(Theme.lead)
                    color: Theme.colours.text
                    selectionColor: Theme.colours.primary
                    selectedTextColor: Theme.colours.primaryInk
                    wrapMode: TextEdit.Wrap
                    textFormat: TextEdit.PlainText
                    selectByMouse: true
                    onTextChanged: root.edited()
                    onPreeditTextChanged: root.edited()
                    onCursorRectangleChanged: flick.show(cursorRectangle.y, cursorRectangle.height)
                    Accessible.name: Words.spoken([root.label, root.hint, root.error === "" ? "" : qsTr("Error: %1").arg(root.error)])
                    Accessible.multiLine: true
                    KeyNavigation.priority: KeyNavigation.BeforeItem
                    Keys.onShortcutOverride: event => event.accepted = Words.isRedo(event)
                    Keys.onPressed: event => {
                        const control = event.modifiers & Qt.ControlModifier
                        if (control && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)) {
                            root.accepted()
                            event.accepted = true
                        } else if (Words.isRedo(event)) {
                            root._redo()
                            event.accepted = true
                        } else if (control && event.key === Qt.Key_Z && !input.canUndo) {
                            root.undoAsked()
                            event.accepted = true
                        } else if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) {
                            const next = input.nextItemInFocusChain(event.key === Qt.Key_Tab)
                            if (next)
                                next.forceActiveFocus(event.key === Qt.Key_Tab ? Qt.TabFocusReason : Qt.BacktabFocusReason)
                            event.accepted = true
                        }
                    }
                }
            }
        }
    }
}
