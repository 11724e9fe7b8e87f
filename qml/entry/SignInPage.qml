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
    property string chosen
    property string chosenName

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(520, root.width - 2 * Theme.space16)
        spacing: Theme.space16
        Txt {
            text: qsTr("Who is using this tablet?")
            textStyle: Theme.display
            heading: true
            Layout.fillWidth: true
        }
        Repeater {
            model: root.session.people
            RadioCard {
                id: card
                required property string key
                required property string name
                required property string part
                required property int index
                objectName: "person" + card.index
                text: card.name
                checked: root.chosen === card.key
                onClicked: {
                    root.chosen = card.key
                    root.chosenName = card.name
                }
                Layout.fillWidth: true
            }
        }
        Field {
            id: secret
            objectName: "secret"
            label: qsTr("Your PIN, %1").arg(root.chosenName)
            echoMode: TextInput.Password
            error: root.session.problem
            onAccepted: open.clicked()
            Layout.fillWidth: true
        }
        Btn {
            id: open
            objectName: "open"
            text: qsTr("Open")
            busy: root.session.busy
            onClicked: root.session.signIn(root.chosen, secret.wholeText())
        }
    }
}
