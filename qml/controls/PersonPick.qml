// A person, or any other record that is there already: typed words, and below them what the owner found for them. Several people
// have one name, so Return takes only what is the one thing found, and leads into the list otherwise.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme
import "words.js" as Words

// The owner finds: it fills `model` on `searched`. Roles: key, text, detail, flag (access needs, or empty).
FocusScope {
    id: root

    required property string label
    required property var model            // an item model
    property string hint
    property string error
    property bool optional: false
    property bool allowsNew: false
    property string newText: qsTr("Add new")
    property string newSymbol: "person-plus"
    property string noneText: qsTr("Nobody found by this name")
    property string key                    // what is chosen; empty none
    property string text                   // its words, as long as it is chosen
    property string flag                   // its access needs

    readonly property bool unclear: field.text !== "" && root.key === ""

    signal searched(words: string)
    signal chosen(key: string)             // empty when what was chosen no longer is
    signal newAsked(words: string)

    property bool _open: false
    property bool _picking: false

    // What is typed now, unfinished words of the input method included.
    function words(): string {
        return field.wholeText().trim()
    }

    function clear() {
        root._put("", "", "")
        field.text = ""
        root._open = false
    }

    function _put(key: string, text: string, flag: string) {
        root._picking = true
        const other = key !== root.key
        root.key = key
        root.text = text
        root.flag = flag
        if (key !== "")
            field.text = text
        root._picking = false
        if (other)
            root.chosen(key)
    }

    function _pick(key: string, text: string, flag: string) {
        root._put(key, text, flag)
        root._close()
        live.say(Words.spoken([qsTr("%1 chosen").arg(text), flag]))
    }

    function _askNew() {
        const words = root.words()
        root._close()
        root.newAsked(words)
    }

    function _search() {
        root.searched(field.text.trim())
        if (!root._open)
            counting.restart()
        root._open = true
    }

    function _announce() {
        if (root._open)
            live.say(list.count > 0 ? qsTr("%n found", "", list.count) : root.noneText)
    }

    function _close() {
        root._open = false
        field.forceActiveFocus(Qt.TabFocusReason)
    }

    implicitWidth: 280
    implicitHeight: column.implicitHeight
    onTextChanged: if (!root._picking) field.text = root.text
    onActiveFocusChanged: if (!root.activeFocus) root._open = false
    Component.onCompleted: field.text = root.text
    Keys.onEscapePressed: event => {
        event.accepted = root._open
        if (root._open)
            root._close()
    }

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space8
        Field {
            id: field
            objectName: root.objectName === "" ? "" : root.objectName + "Field"
            focus: true
            label: root.optional ? qsTr("%1 (optional)").arg(root.label) : root.label
            hint: root.hint
            error: root.error
            symbol: root.key === "" ? "search" : "person"
            inputMethodHints: Qt.ImhNoPredictiveText
            onEdited: {
                root._put("", "", "")
                root._search()
            }
            onAccepted: if (root._open) list.enter(root.words())
            Keys.onDownPressed: {
                if (!root._open)
                    root._search()
                list.go(0)
            }
            Layout.fillWidth: true
        }
        Tag {
            visible: root.key !== "" && root.flag !== ""
            text: root.flag
            symbol: "info"
            tone: Theme.colours.infoTone
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        PickList {
            id: list
            visible: root._open
            name: root.label
            model: root.model
            noneText: root.noneText
            newText: root.allowsNew ? root.newText : ""
            newSymbol: root.newSymbol
            newDetail: field.text
            onCountChanged: counting.restart()
            onPicked: (key, text, flag) => root._pick(key, text, flag)
            onNewAsked: root._askNew()
            onBackAsked: field.forceActiveFocus(Qt.BacktabFocusReason)
            Layout.fillWidth: true
        }
        LiveLine { id: live }
        Timer { // rows come one by one; only how many there are in the end is said
            id: counting
            interval: 0
            onTriggered: root._announce()
        }
    }
}
