// What this person can do with a promise now: say how it is going, or move it on. Each asks for what it needs in a StepForm.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property OnePromise promise
    property var _step: null // what the form is for

    signal askAsked // to ask whoever promised

    readonly property var _update: ({ to: "", text: "", words: true, newText: false, others: false, asks: "" })

    // What was being written comes back.
    function comeBack() {
        const kept = root.promise.draft
        if (root._step || (!kept.words && !kept.newText))
            return
        root._open(root.promise.moves.find(each => each.to === kept.to && (each.words || each.newText || each.asks !== "")) ?? root._update)
    }
    function _begin(step: var) {
        if (step.asks === "" && !step.words && !step.newText)
            root.promise.take({ to: step.to, words: "", newText: "" })
        else
            root._open(step)
    }
    function _open(step: var) {
        root._step = step
        form.setSource("StepForm.qml", { promise: root.promise, step: step })
    }
    function close() {
        root._step = null
        form.source = ""
    }

    spacing: Theme.space12

    Flow {
        id: buttons
        visible: !root._step
        spacing: Theme.space12
        Layout.fillWidth: true
        Btn {
            objectName: "tell"
            visible: root.promise.mayTell
            symbol: "edit"
            text: qsTr("Say how it is going")
            width: Math.min(implicitWidth, buttons.width)
            onClicked: root._begin(root._update)
        }
        Repeater {
            model: root.promise.moves
            Btn {
                id: move
                required property var modelData
                objectName: "move-" + move.modelData.to
                kind: Btn.Secondary
                text: move.modelData.text
                width: Math.min(implicitWidth, buttons.width)
                onClicked: root._begin(move.modelData)
            }
        }
        Btn {
            objectName: "ask"
            visible: root.promise.mayTell && !root.promise.over
            kind: Btn.Secondary
            symbol: "help"
            text: qsTr("Ask how it is going")
            width: Math.min(implicitWidth, buttons.width)
            onClicked: root.askAsked()
        }
    }
    Loader {
        id: form
        objectName: "stepForm"
        visible: form.status === Loader.Ready
        Layout.fillWidth: true
    }
    Connections {
        target: form.item
        ignoreUnknownSignals: true
        function onCancelled() {
            root.close()
            buttons.children[0].forceActiveFocus(Qt.TabFocusReason)
        }
    }
    Connections {
        target: root.promise
        function onKeyChanged() { root.close() }
        function onDraftChanged() { root.comeBack() }
        function onTaken() { root.close() }
    }
}
