// What a step with a promise asks for, in one or two boxes. What is typed is kept at every pause, and stays when the step is refused.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property OnePromise promise
    required property var step // as OnePromise.moves has it; `to` is empty for an update

    signal cancelled

    property string _standing // what an update says of how it stands
    property bool _done: false
    readonly property bool _update: root.step.to === ""
    readonly property var _offered: root.promise.standings
    readonly property string _question: root.step.to === "stuck" ? qsTr("What is in the way?")
        : root.step.to === "changed" || root.step.to === "not_going_ahead" ? qsTr("Why?")
        : root._update || root.step.words ? qsTr("What happened?") : qsTr("What happened? (optional)")

    function _content(whole: bool): var {
        return { to: root._update ? root._standing : root.step.to, words: whole ? words.wholeText() : words.textSoFar(),
                 newText: root.step.newText ? (whole ? instead.wholeText() : instead.textSoFar()) : "" }
    }
    function _keep() {
        if (!root._done)
            root.promise.write(root._content(false))
    }
    function save() {
        root.promise.write(root._content(true))
        root.promise.take(root._content(true))
    }
    // The box is empty again, for whoever leaves it; nothing comes back.
    function drop() {
        root._done = true
        root.promise.write({})
        root.cancelled()
    }

    implicitHeight: column.implicitHeight
    Component.onCompleted: {
        const kept = root.promise.draft
        words.put(kept.words ?? "")
        instead.put(root.step.newText ? kept.newText || root.promise.text : "")
        root._standing = root._update ? kept.to ?? "" : ""
        const first = root.step.newText ? instead : words
        first.forceActiveFocus(Qt.TabFocusReason)
    }

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space12
        Txt {
            text: root._update ? qsTr("Say how it is going") : root.step.text
            textStyle: Theme.h2
            heading: true
            Layout.fillWidth: true
        }
        Txt {
            objectName: "stepAsks"
            visible: text !== ""
            text: root.step.asks ?? ""
            Layout.fillWidth: true
        }
        TextBox {
            id: instead
            objectName: "stepInstead"
            visible: root.step.newText === true
            label: qsTr("What will happen instead?")
            leastHeight: Theme.control * 2
            onEdited: root._keep()
            onAccepted: root.save()
            Layout.fillWidth: true
        }
        TextBox {
            id: words
            objectName: "stepWords"
            focus: true
            label: root._question
            leastHeight: Theme.control * 2
            onEdited: root._keep()
            onAccepted: root.save()
            Layout.fillWidth: true
        }
        Txt {
            visible: standing.visible
            text: qsTr("How does it stand now?")
            textStyle: Theme.label
            Layout.fillWidth: true
        }
        LikelyChoices {
            id: standing
            objectName: "stepStandings"
            stem: "stands"
            visible: root._update && !root.promise.over
            name: qsTr("How does it stand now?")
            value: root._standing
            options: [{ text: qsTr("As before"), detail: "", value: "" }, ...root._offered.map(each => ({ text: each.text, detail: "", value: each.code }))]
            onChosen: value => {
                root._standing = value
                root._keep()
            }
            Layout.fillWidth: true
        }
        Banner {
            objectName: "stepProblem"
            visible: root.promise.problem !== ""
            tone: Theme.colours.warningTone
            symbol: "alert"
            text: root.promise.problem
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space12
            Layout.fillWidth: true
            Btn {
                objectName: "saveStep"
                text: root._update ? qsTr("Save") : root.step.others ? qsTr("Say so") : root.step.text
                busy: root.promise.saving
                width: Math.min(implicitWidth, parent.width)
                onClicked: root.save()
            }
            Btn {
                objectName: "leaveStep"
                kind: Btn.Quiet
                text: qsTr("Cancel")
                width: Math.min(implicitWidth, parent.width)
                onClicked: root.drop()
            }
        }
    }
}
