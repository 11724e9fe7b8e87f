// Get help now (domain.md 8.2): works with nobody signed in, without a signal and without the device's files. National numbers
// as published; the programme's own come from its settings.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root
    objectName: "getHelpNow"

    required property HelpLines lines

    property int answer: GetHelpCard.Unasked
    enum Answer { Unasked, Yes, NotSure, Worried }

    // Again: back to all numbers.
    function choose(answer: int) {
        root.answer = root.answer === answer ? GetHelpCard.Unasked : answer
    }

    readonly property bool _all: root.answer === GetHelpCard.Unasked

    line: Theme.colours.primary
    Accessible.name: qsTr("Get help now")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space8
        RowLayout {
            spacing: Theme.space12
            Icon {
                symbol: "heart"
                size: 28
                colour: Theme.colours.link
            }
            Txt {
                text: qsTr("Get help now")
                textStyle: Theme.h2
                heading: true
                Layout.fillWidth: true
            }
        }
        Txt {
            text: qsTr("Is someone in danger right now?")
            textStyle: Theme.strong
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            Btn {
                objectName: "dangerYes"
                kind: root.answer === GetHelpCard.Yes ? Btn.Primary : Btn.Secondary
                text: qsTr("Yes")
                onClicked: root.choose(GetHelpCard.Yes)
                Accessible.checkable: true
                Accessible.checked: root.answer === GetHelpCard.Yes
            }
            Btn {
                objectName: "dangerNotSure"
                kind: root.answer === GetHelpCard.NotSure ? Btn.Primary : Btn.Secondary
                text: qsTr("Not sure")
                onClicked: root.choose(GetHelpCard.NotSure)
                Accessible.checkable: true
                Accessible.checked: root.answer === GetHelpCard.NotSure
            }
            Btn {
                objectName: "dangerWorried"
                kind: root.answer === GetHelpCard.Worried ? Btn.Primary : Btn.Secondary
                text: qsTr("No, worried")
                onClicked: root.choose(GetHelpCard.Worried)
                Accessible.checkable: true
                Accessible.checked: root.answer === GetHelpCard.Worried
            }
        }
        HelpNumber {
            objectName: "number999"
            visible: root._all || root.answer === GetHelpCard.Yes
            words: qsTr("Someone is in danger now. Stay with them and ring:")
            number: "999"
            big: !root._all
            ink: Theme.colours.dangerTone.ink
            Layout.fillWidth: true
        }
        HelpNumber {
            objectName: "number111"
            visible: root._all || root.answer === GetHelpCard.NotSure
            words: qsTr("Urgent help with mental health. Choose “mental health” when they answer:")
            number: "111"
            big: !root._all
            Layout.fillWidth: true
        }
        HelpNumber {
            objectName: "numberSamaritans"
            visible: root._all || root.answer === GetHelpCard.NotSure
            words: qsTr("Samaritans. Free, day and night:")
            number: "116 123"
            big: !root._all
            Layout.fillWidth: true
        }
        HelpNumber {
            objectName: "numberShout"
            visible: root._all || root.answer === GetHelpCard.NotSure
            words: qsTr("You would rather text? Text SHOUT to:")
            number: "85258"
            call: "sms:85258?body=SHOUT"
            big: !root._all
            Layout.fillWidth: true
        }
        LocalNumbers {
            lines: root.lines
            crisis: root._all || root.answer === GetHelpCard.NotSure
            leads: root._all || root.answer === GetHelpCard.Worried
            big: !root._all
            visible: root.answer !== GetHelpCard.Yes
            Layout.fillWidth: true
        }
        Txt {
            visible: root.answer === GetHelpCard.Worried
            text: qsTr("You can ask plainly. It does not make things worse. Don’t say you will keep it to yourself.")
            Layout.fillWidth: true
        }
    }
}
