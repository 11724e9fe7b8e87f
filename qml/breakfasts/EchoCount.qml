// Did anyone else say so? One tap more, one tap less: each takes the other back.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Item {
    id: root

    required property Session session
    required property string note // its key

    implicitHeight: row.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Did anyone else say so? %1", "how many").arg(echoes.count)

    Echoes {
        id: echoes
        session: root.session
        note: root.note
        onSaid: words => live.say(words)
    }
    LiveLine { id: live }
    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space8
        Txt {
            text: qsTr("Did anyone else say so?")
            textStyle: Theme.smallStrong
            Layout.fillWidth: true
        }
        Btn {
            objectName: "echoLess"
            kind: Btn.Secondary
            symbol: "minus"
            leftPadding: 0
            rightPadding: 0
            implicitWidth: Theme.stepper
            implicitHeight: Theme.stepper
            focusPolicy: Qt.TabFocus // a finger leaves the focus in the text, and the keyboard up
            Accessible.name: qsTr("One less said so")
            onClicked: echoes.step(-1)
        }
        Txt {
            objectName: "echoCount"
            text: echoes.count
            textStyle: Theme.h3
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.NoWrap
            silent: true
            Layout.minimumWidth: Theme.space24
        }
        Btn {
            objectName: "echoMore"
            kind: Btn.Secondary
            symbol: "plus"
            leftPadding: 0
            rightPadding: 0
            implicitWidth: Theme.stepper
            implicitHeight: Theme.stepper
            focusPolicy: Qt.TabFocus
            Accessible.name: qsTr("One more said so")
            onClicked: echoes.step(1)
        }
    }
}
