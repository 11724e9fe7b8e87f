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

    signal opened(secret: string)
    signal edited

    property bool _shown: false
    property bool _forgot: false
    readonly property bool _inRow: root.width >= 400 && !Theme.bigText

    function forget() {
        secret.text = ""
        root._shown = false
        root._forgot = false
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
                    label: root.passphrase ? qsTr("Your passphrase, %1").arg(root.name) : qsTr("Your PIN, %1").arg(root.name)
                    error: root.problem
                    echoMode: root._shown ? TextInput.Normal : TextInput.Password
                    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                        | (root.passphrase ? 0 : Qt.ImhDigitsOnly)
                    onEdited: root.edited()
                    onAccepted: open.clicked()
                    Layout.fillWidth: true
                }
                Btn {
                    id: open
                    objectName: "open"
                    text: qsTr("Open")
                    busy: root.busy
                    onClicked: root.opened(secret.wholeText())
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
