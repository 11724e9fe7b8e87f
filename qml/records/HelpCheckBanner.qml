// When the numbers of the help card were last checked, and a reminder when that is long ago.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Banner {
    id: root

    required property Session session

    signal said(words: string)

    tone: check.due ? Theme.colours.warningTone : Theme.colours.infoTone
    symbol: "phone"
    title: check.due ? qsTr("Time to check the help numbers") : qsTr("Help numbers")
    text: check.problem !== "" ? check.problem
        : check.checkedOn === "" ? qsTr("Nobody wrote down when they were last checked. Ring each of them, then say so here.")
        : check.due ? qsTr("They were checked on %1. Ring each of them, then say so here.").arg(check.checkedOn)
        : qsTr("They were checked on %1.").arg(check.checkedOn)

    Btn {
        objectName: "checkedToday"
        visible: check.mayCheck
        kind: Btn.Secondary
        text: qsTr("Checked today")
        onClicked: {
            check.checkedToday()
            root.said(qsTr("Saved on this tablet."))
        }
    }
    readonly property HelpCheck _check: HelpCheck {
        id: check
        session: root.session
    }
}
