// The PIN or passphrase of whoever was chosen. It can be pasted and shown, and there is a way on for whoever forgot it.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property string name
    required property bool passphrase
    required property string problem
    required property bool busy
    required property bool waiting       // nothing is taken until the problem, which counts down, goes
    required property string firstProblem // as it was when it came

    signal opened(secret: string)
    signal edited

    property bool _shown: false
    property bool _forgot: false
    property bool _nothing: false // there is nothing to try yet
    readonly property bool _inRow: root.width >= 400 && !Theme.bigText

    function forget() {
        secret.text = ""
        root._shown = false
        root._forgot = false
        root._nothing = false
    }
    // Something was not right: the next try takes the place of this one.
    function again() {
        secret.forceActiveFocus(Qt.OtherFocusReason)
        secret.selectAll()
    }
    function _open() {
        const typed = secret.wholeText()
        root._nothing = typed === ""
        if (root._nothing)
            secret.forceActiveFocus(Qt.OtherFocusReason)
        else
            root.opened(typed)
    }

    implicitWidth: 320
    implicitHeight: card.implicitHeight

    Card {
        id: card
        anchors.fill: parent
        Accessible.name: secret.label
        ColumnLayout {
            anchors.fill: parent
            spacing: Theme.space12
            GridLayout {
                columns: root._inRow ? 2 : 1
                columnSpacing: Theme.space12
                rowSpacing: Theme.space12
                Layout.fillWidth: true
                Field {
                    id: secret
                    objectName: "secret"
                    focus: true
                    asTyped: true
                    label: root.passphrase ? qsTr("Your passphrase, %1").arg(root.name) : qsTr("Your PIN, %1").arg(root.name)
                    readOnly: root.waiting
                    spokenError: root.waiting ? root.firstProblem : error
                    error: !root._nothing ? root.problem
                        : root.passphrase ? qsTr("Type your passphrase first.") : qsTr("Type your PIN first.")
                    echoMode: root._shown ? TextInput.Normal : TextInput.Password
                    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                        | (root.passphrase ? 0 : Qt.ImhDigitsOnly)
                    onEdited: {
                        root._nothing = false
                        root.edited()
                    }
                    onAccepted: root._open()
                    Layout.fillWidth: true
                }
                Btn {
                    objectName: "open"
                    text: qsTr("Open")
                    busy: root.busy
                    onClicked: root._open()
                    Layout.alignment: Qt.AlignBottom
                    Layout.fillWidth: !root._inRow
                    Layout.minimumWidth: root._inRow ? 128 : 0
                }
            }
            Flow {
                spacing: Theme.space8
                Layout.fillWidth: true
                Btn {
                    objectName: "show"
                    kind: Btn.Quiet
                    symbol: root._shown ? "eye-off" : "eye"
                    text: root._shown ? qsTr("Hide") : qsTr("Show")
                    onClicked: root._shown = !root._shown
                }
                Btn {
                    objectName: "forgot"
                    kind: Btn.Quiet
                    text: qsTr("I forgot")
                    onClicked: root._forgot = !root._forgot
                }
            }
            Banner {
                objectName: "forgotWords"
                visible: root._forgot
                symbol: "lock"
                title: qsTr("That happens. Your notes are safe.")
                text: root.passphrase
                    ? qsTr("Nobody can look up your passphrase. Ask another coordinator for a new code. Then tap “Someone else” and choose a new passphrase.")
                    : qsTr("Nobody can look up your PIN. Ask a coordinator for a new code. Then tap “Someone else” and choose a new PIN.")
                Layout.fillWidth: true
            }
        }
    }
}
