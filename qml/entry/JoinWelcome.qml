// In: from here on it is signing in.
import QtQuick
import OurTable.Controls

JoinQuestion {
    id: root

    required property string name

    signal wentOn

    title: qsTr("You are in, %1").arg(root.name)
    hint: qsTr("Welcome to the table. Open it with what you just chose.")

    Btn {
        objectName: "welcome"
        focus: true
        big: true
        text: qsTr("Go on")
        onClicked: root.wentOn()
    }
}
