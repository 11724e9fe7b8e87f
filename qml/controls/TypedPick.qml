// A field for something that has one exact value and many ways to be written: offers what is likely, understands what is typed,
// and says how it understood it. The base of DatePick and TimePick.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme
import "words.js" as Words

FocusScope {
    id: root

    required property string label
    property string hint
    property string error
    property bool optional: false
    property string value              // exact, or empty
    property var likely: []            // [{ text, detail, value }]
    property string example            // stands over the field
    property string unclearWords       // the error when what stands there says nothing
    property alias aside: row.data     // beside the field
    default property alias below: column.data

    readonly property bool unclear: field.text !== "" && root.value === ""

    signal chosen(value: string)

    property bool _typing: false
    property bool _left: false         // the field, with something in it

    // For its heirs: the value of what was typed, empty when it says none; a value as it stands in the field; and in full words.
    function understood(text: string): string { return text }
    function shown(value: string): string { return value }
    function spoken(value: string): string { return value }

    // The value of all that stands there, unfinished words of the input method included; read this when saving.
    function wholeValue(): string {
        if (field.activeFocus)
            root._settle()
        return root.value
    }

    function put(value: string) {
        if (value === root.value)
            return
        root.value = value
        root.chosen(value)
    }

    // Puts the value of something else than typing, and says it.
    function pick(value: string) {
        root._typing = false
        field.text = root.shown(value)
        root.put(value)
        live.say(root.spoken(value))
    }

    function _settle() {
        const text = field.wholeText()
        root._typing = true
        root.put(text === "" ? "" : root.understood(text))
        root._typing = false
        root._left = true
        if (root.value !== "" && text !== root.shown(root.value)) {
            field.text = root.shown(root.value)
            live.say(root.spoken(root.value))
        }
    }

    implicitWidth: 280
    implicitHeight: column.implicitHeight
    onValueChanged: if (!root._typing) field.text = root.shown(root.value)
    Component.onCompleted: field.text = root.shown(root.value)

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space8
        FieldLabel {
            label: root.optional ? qsTr("%1 (optional)").arg(root.label) : root.label
            hint: root.hint
            error: ""
            Layout.fillWidth: true
        }
        LikelyChoices {
            visible: root.likely.length > 0
            name: root.label
            value: root.value
            options: root.likely
            onChosen: value => root.pick(value)
            Layout.fillWidth: true
        }
        Txt {
            text: root.example
            visible: text !== ""
            textStyle: Theme.small
            color: Theme.colours.muted
            silent: true
            Layout.fillWidth: true
        }
        GridLayout {
            id: row
            columns: root.width < 24 * Theme.textPixels(Theme.body) ? 1 : 2
            columnSpacing: Theme.space8
            rowSpacing: Theme.space8
            Layout.fillWidth: true
            Field {
                id: field
                objectName: root.objectName === "" ? "" : root.objectName + "Field"
                focus: true
                labelled: false
                label: root.optional ? qsTr("%1 (optional)").arg(root.label) : root.label
                hint: Words.spoken([root.hint, root.example])
                error: root.error !== "" ? root.error : root._left && root.unclear ? root.unclearWords : ""
                maximumLength: 60
                inputMethodHints: Qt.ImhNoPredictiveText
                onEdited: {
                    root._typing = true
                    root._left = false
                    root.put(field.text === "" ? "" : root.understood(field.text))
                }
                onAccepted: root._settle()
                onActiveFocusChanged: if (!field.activeFocus) root._settle()
                Layout.fillWidth: true
            }
        }
        RowLayout { // large words do not fit in the field
            visible: root.value !== "" && (root._typing || Theme.bigText || root.spoken(root.value) !== root.shown(root.value))
            spacing: Theme.space8
            Icon {
                symbol: "tick"
                size: 19
                colour: Theme.colours.successTone.solid
            }
            Txt {
                objectName: "understood"
                text: root.spoken(root.value)
                textStyle: Theme.smallStrong
                Layout.fillWidth: true
            }
        }
        LiveLine { id: live }
    }
}
