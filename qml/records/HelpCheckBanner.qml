// When the numbers of the help card were last checked, and a reminder when that is long ago.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Banner {
    id: root

    required property Session session
    readonly property bool due: lines.checkedLongAgo || !lines.setUp

    signal numbersAsked

    tone: root.due ? Theme.colours.warningTone : Theme.colours.infoTone
    symbol: "phone"
    title: root.due ? qsTr("Time to check the help numbers") : qsTr("Help numbers")
    text: !lines.setUp ? qsTr("The local numbers are not set up yet.")
        : lines.checkedWords === "" ? qsTr("Nobody wrote down when they were last checked.")
        : qsTr("They were checked on %1.").arg(lines.checkedWords)

    Btn {
        objectName: "checkNumbers"
        kind: Btn.Secondary
        text: lines.mayChange ? qsTr("Check them") : qsTr("See them")
        onClicked: root.numbersAsked()
    }
    readonly property HelpLines _lines: HelpLines {
        id: lines
        session: root.session
    }
}
