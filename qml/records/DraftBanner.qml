// What somebody was writing here when they left. It goes only after a question: nothing brings it back.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Banner {
    id: root

    required property RecordForm form
    property bool _asking: false

    function _ask(asking: bool) {
        root._asking = asking
        const next = asking ? keep : startAgain
        next.forceActiveFocus(Qt.TabFocusReason)
    }

    symbol: "edit"
    title: root._asking ? qsTr("Start again?") : qsTr("Here is what you were writing")
    text: root._asking ? qsTr("What you were writing goes. Nobody can bring it back.") : qsTr("It is kept on this device until you save it.")
    onVisibleChanged: root._asking = false

    GridLayout {
        columns: Theme.bigText ? 1 : 2
        columnSpacing: Theme.space8
        rowSpacing: Theme.space8
        Btn {
            id: startAgain
            objectName: "startAgain"
            visible: !root._asking
            kind: Btn.Secondary
            text: qsTr("Start again")
            onClicked: root._ask(true)
        }
        Btn {
            id: keep
            objectName: "keepDraft"
            visible: root._asking
            kind: Btn.Secondary
            text: qsTr("Keep it")
            onClicked: root._ask(false)
        }
        Btn {
            objectName: "startAgainNow"
            visible: root._asking
            kind: Btn.Secondary
            text: qsTr("Yes, start again")
            onClicked: root.form.discard()
        }
    }
}
