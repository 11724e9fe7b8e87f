// Who is using this tablet? (ux.md 7.1)
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Session session
    required property Frame frame
    property string chosen
    property string chosenName
    property bool chosenPassphrase: false

    signal someoneElse

    property string _refusal
    readonly property bool _twoColumns: column.width >= 440 && !Theme.bigText

    function choose(key: string, name: string, passphrase: bool) {
        if (root.chosen !== key) {
            root.session.forgetProblem()
            secretCard.forget()
        }
        root.chosen = key
        root.chosenName = name
        root.chosenPassphrase = passphrase
        secretCard.forceActiveFocus(Qt.OtherFocusReason)
        scroll.keep(secretCard)
    }

    Connections {
        target: root.session
        enabled: root.visible
        function onRefused() {
            root._refusal = root.session.problem
            secretCard.again()
            scroll.keep(secretCard)
        }
        function onMayTryAgain() {
            spoken.say(qsTr("You can try again now."))
        }
    }

    Scroll {
        id: scroll
        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.space32)

        ColumnLayout {
            id: column
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(520, scroll.width - 2 * root.frame.gutter)
            spacing: Theme.space24

            ColumnLayout {
                spacing: Theme.space4
                Txt {
                    text: Theme.tablet ? qsTr("Who is using this tablet?") : qsTr("Who is using this device?")
                    textStyle: root.frame.compact || root.frame.low ? Theme.h1 : Theme.display
                    heading: true
                    Layout.fillWidth: true
                }
                Txt {
                    text: root.chosen === "" ? (Theme.touch ? qsTr("Tap your name. Then use your PIN or passphrase.") : qsTr("Choose your name. Then use your PIN or passphrase."))
                        : root.chosenPassphrase ? (Theme.touch ? qsTr("Tap your name. Then use your passphrase.") : qsTr("Choose your name. Then use your passphrase."))
                        : Theme.touch ? qsTr("Tap your name. Then use your PIN.") : qsTr("Choose your name. Then use your PIN.")
                    color: Theme.colours.muted
                    Layout.fillWidth: true
                }
            }
            GridLayout {
                columns: root._twoColumns ? 2 : 1
                columnSpacing: Theme.space12
                rowSpacing: Theme.space12
                Accessible.role: Accessible.Grouping
                Accessible.name: qsTr("Names")
                Repeater {
                    model: root.session.people
                    PersonCard {
                        id: card
                        required property string key
                        required property string name
                        required part
                        required property bool passphrase
                        required property int index
                        objectName: "person" + card.index
                        text: card.name
                        tone: Theme.colours.categories[[0, 2, 3, 4, 5, 6, 7, 1][(card.index + 8) % 8]] // a card that goes has -1
                        checked: root.chosen === card.key
                        onClicked: root.choose(card.key, card.name, card.passphrase)
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        // One person alone, or whoever locked it, need not be looked for.
                        Component.onCompleted: {
                            if (root.session.people.count === 1 || root.session.lastPerson === card.key)
                                root.choose(card.key, card.name, card.passphrase)
                        }
                    }
                }
            }
            SecretCard {
                id: secretCard
                focus: true
                visible: root.chosen !== ""
                name: root.chosenName
                passphrase: root.chosenPassphrase
                problem: root.session.problem
                busy: root.session.busy
                waiting: root.session.waiting
                firstProblem: root._refusal
                onEdited: root.session.forgetProblem()
                onOpened: secret => root.session.signIn(root.chosen, secret)
                Layout.fillWidth: true
            }
            Btn {
                objectName: "someoneElse"
                kind: Btn.Quiet
                symbol: "person-plus"
                text: qsTr("Someone else")
                onClicked: root.someoneElse()
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth
            }
        }
    }
    LiveLine {
        id: spoken
        objectName: "spoken"
    }
}
