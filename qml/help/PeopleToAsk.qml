// Whom to ask when the app is no help.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property HelpLines lines

    signal numbersAsked

    Accessible.name: qsTr("People to ask")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12
        Txt {
            text: qsTr("People to ask")
            textStyle: Theme.h2
            heading: true
            Layout.fillWidth: true
        }
        HelpNumber {
            objectName: "personToAsk"
            words: root.lines.personToAsk === "" ? qsTr("Your coordinator") : root.lines.personToAsk
            number: root.lines.personsPhone
            Layout.fillWidth: true
        }
        Banner {
            objectName: "checkReminder"
            visible: root.lines.mayChange && root.lines.checkedLongAgo
            tone: Theme.colours.warningTone
            symbol: "phone"
            text: qsTr("Nobody has checked these numbers for 100 days. Ring them and see.")
            Layout.fillWidth: true
        }
        Btn {
            objectName: "numbers"
            visible: root.lines.mayChange
            kind: Btn.Secondary
            symbol: "edit"
            text: qsTr("Check the local numbers")
            onClicked: root.numbersAsked()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
    }
}
