// Somebody who waits to be let in, and the two words of their screen. Part of PeoplePage.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property string name
    required property string words
    required property string part
    required property bool busy
    required property int index

    signal letIn

    Accessible.name: root.name

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space8
        Txt {
            text: root.part === "" ? root.name : root.name + " · " + root.part
            textStyle: Theme.h3
            maximumLineCount: 3
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        Txt {
            objectName: "theirWords" + root.index
            text: root.words
            textStyle: Theme.stat
            color: Theme.colours.link
            Layout.fillWidth: true
        }
        Btn {
            objectName: "letIn" + root.index
            text: qsTr("The same: let them in")
            busy: root.busy
            onClicked: root.letIn()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
        Txt {
            text: qsTr("Not the same? Stop. Don’t let them in, and make a new code.")
            textStyle: Theme.small
            color: Theme.colours.muted
            Layout.fillWidth: true
        }
    }
}
