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
        text: root.lines.checkedWords === "" ? qsTr("Nobody has checked the local numbers yet.")
                                             : qsTr("Local numbers checked on %1.").arg(root.lines.checkedWords)
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
