// What somebody reads out at the beginning, in large letters: the rules, and what notes are for; with the two ticks. Part of ReadyPage.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property BeforeStart check

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space12
        Txt {
            width: parent.width
            text: qsTr("Read aloud")
            textStyle: Theme.h2
            heading: true
        }
        Txt {
            objectName: "noRules"
            visible: root.check.rules.length === 0
            width: parent.width
            text: qsTr("There are no ground rules here yet. They are part of the agreement.")
            color: Theme.colours.muted
        }
        Repeater {
            model: root.check.rules
            Row {
                id: rule
                required property string modelData
                required property int index
                width: parent.width
                spacing: Theme.space12
                Txt {
                    id: number
                    width: 1.5 * Theme.textPixels(Theme.lead)
                    text: qsTr("%1.", "number of a rule").arg(rule.index + 1)
                    textStyle: Theme.lead
                    color: Theme.colours.muted
                    wrapMode: Text.NoWrap
                    silent: true
                }
                Txt {
                    objectName: "rule" + rule.index
                    width: rule.width - number.width - rule.spacing
                    text: rule.modelData
                    textStyle: Theme.lead
                }
            }
        }
        Check {
            objectName: "rulesRead"
            width: parent.width
            enabled: !root.check.over
            text: qsTr("We read the rules out")
            textStyle: Theme.strong
            checked: root.check.rulesRead
            onToggled: root.check.setRulesRead(checked)
        }
        Divider {
            width: parent.width
        }
        Txt {
            objectName: "notesCard"
            width: parent.width
            text: root.check.notesCard
            textStyle: Theme.lead
        }
        Check {
            objectName: "notesExplained"
            width: parent.width
            enabled: !root.check.over
            text: qsTr("We said how notes are used")
            textStyle: Theme.strong
            checked: root.check.notesExplained
            onToggled: root.check.setNotesExplained(checked)
        }
    }
}
