// What people call whoever joins.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls

JoinQuestion {
    id: root

    required property Joining joining

    title: qsTr("What do people call you?")
    hint: qsTr("A first name is enough. Others in the programme see it beside what you write.")

    Field {
        id: name
        objectName: "name"
        focus: true
        label: qsTr("Your name")
        error: root.joining.problem
        onEdited: root.joining.forgetProblem()
        onAccepted: root.joining.call(name.wholeText())
        Layout.fillWidth: true
    }
    Btn {
        objectName: "goOnName"
        big: true
        text: qsTr("Go on")
        onClicked: root.joining.call(name.wholeText())
    }
}
