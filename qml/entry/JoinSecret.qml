// A PIN or a passphrase, typed twice or shown.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

JoinQuestion {
    id: root

    required property Joining joining

    property bool _passphrase: false
    property bool _shown: false
    readonly property int _hints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | (root._passphrase ? 0 : Qt.ImhDigitsOnly)

    function _goOn() {
        const typed = secret.wholeText()
        root.joining.choose(typed, root._shown ? typed : again.wholeText(), root._passphrase)
    }

    title: root._passphrase ? qsTr("Choose a passphrase") : qsTr("Choose a PIN")
    hint: root._passphrase ? qsTr("Coordinators use one. At least 15 letters: a few words that only you would put together.")
                           : qsTr("6 to 12 digits. No birthdays, and not 123456. Nobody else learns it.")

    Segmented {
        objectName: "secretKind"
        name: qsTr("PIN or passphrase")
        current: root._passphrase ? 1 : 0
        options: [
            SegmentOption { text: qsTr("PIN") },
            SegmentOption { text: qsTr("Passphrase") }
        ]
        onChosen: index => root._passphrase = index === 1
        Layout.fillWidth: true
    }
    Field {
        id: secret
        objectName: "newSecret"
        asTyped: true
        focus: true
        label: root._passphrase ? qsTr("Your passphrase") : qsTr("Your PIN")
        error: root.joining.problem
        echoMode: root._shown ? TextInput.Normal : TextInput.Password
        inputMethodHints: root._hints
        onEdited: root.joining.forgetProblem()
        onAccepted: root._shown ? root._goOn() : again.forceActiveFocus(Qt.TabFocusReason)
        Layout.fillWidth: true
    }
    Field {
        id: again
        objectName: "againSecret"
        visible: !root._shown
        label: qsTr("The same once more")
        echoMode: TextInput.Password
        inputMethodHints: root._hints
        onEdited: root.joining.forgetProblem()
        onAccepted: root._goOn()
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.space12
        Layout.fillWidth: true
        Btn {
            objectName: "goOnSecret"
            big: true
            text: qsTr("Go on")
            busy: root.joining.busy
            onClicked: root._goOn()
        }
        Btn {
            objectName: "showSecret"
            big: true
            kind: Btn.Quiet
            symbol: root._shown ? "eye-off" : "eye"
            text: root._shown ? qsTr("Hide") : qsTr("Show")
            onClicked: root._shown = !root._shown
        }
    }
}
