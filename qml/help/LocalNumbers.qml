// The numbers of this programme, and when somebody looked at them last (S-07).
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property HelpLines lines
    property bool crisis: true // which of them
    property bool leads: true
    property bool big: false

    readonly property var _shown: [...(root.crisis ? [root.lines.crisisLine] : []),
                                   ...(root.leads ? [root.lines.adultsLead, root.lines.childrenLead] : [])]
    readonly property int _missing: root._shown.reduce((missing, number) => missing + (number === "" ? 1 : 0), 0)

    function _standing(): string {
        if (root._missing === root._shown.length)
            return root.lines.mayChange ? qsTr("You can add the local numbers in Help.") : qsTr("Your coordinator can add the local numbers.")
        if (root.lines.checkedWords === "")
            return qsTr("Nobody has checked the local numbers yet.")
        return root._missing > 0 ? qsTr("The local numbers that are set up were checked on %1.").arg(root.lines.checkedWords)
                                 : qsTr("Local numbers checked on %1.").arg(root.lines.checkedWords)
    }

    spacing: Theme.space8

    HelpNumber {
        objectName: "numberCrisis"
        visible: root.crisis && root.lines.known
        words: qsTr("The crisis line near you:")
        number: root.lines.crisisLine
        big: root.big
        Layout.fillWidth: true
    }
    HelpNumber {
        objectName: "numberAdults"
        visible: root.leads && root.lines.known
        words: qsTr("Worried about a grown-up? Ring the safeguarding lead:")
        number: root.lines.adultsLead
        big: root.big
        Layout.fillWidth: true
    }
    HelpNumber {
        objectName: "numberChildren"
        visible: root.leads && root.lines.known
        words: qsTr("Worried about a child? Ring:")
        number: root.lines.childrenLead
        big: root.big
        Layout.fillWidth: true
    }
    Txt {
        objectName: "checkedOn"
        visible: root.lines.known
        text: root._standing()
        textStyle: Theme.small
        color: Theme.colours.muted
        Layout.fillWidth: true
    }
    Txt {
        visible: !root.lines.known
        text: qsTr("Local numbers show here once somebody has signed in.")
        textStyle: Theme.small
        color: Theme.colours.muted
        Layout.fillWidth: true
    }
}
