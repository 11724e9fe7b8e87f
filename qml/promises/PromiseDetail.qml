// One promise: what, who and to whom, what can be done with it, how it is going, the notes behind it and what came of it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Session session
    required property Frame frame
    required property string key
    property string _told

    signal said(words: string)
    signal went(page: string, details: var)
    signal askAsked

    // A word about this one, where people see it.
    function tell(words: string) {
        root._told = words
        root.said(words)
    }
    function _go(page: string, kind: string, key: string) {
        root.went(page, { key: key, kind: kind })
    }

    onKeyChanged: root._told = ""

    OnePromise {
        id: promise
        session: root.session
        key: root.key
        onTaken: words => root.tell((Theme.tablet ? qsTr("Saved on this tablet. Now: %1.") : qsTr("Saved on this device. Now: %1.")).arg(words))
        onRefused: root.said(promise.problem)
    }
    EmptyState {
        objectName: "missing"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: root.frame.gutter
        visible: promise.missing
        text: promise.problem
    }
    Scroll {
        anchors.fill: parent
        visible: promise.ready && !promise.missing
        contentHeight: column.implicitHeight + 2 * Theme.space20

        ColumnLayout {
            id: column
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            anchors.topMargin: Theme.space20
            spacing: Theme.space16

            Txt {
                objectName: "promiseText"
                text: promise.text
                textStyle: Theme.h1
                heading: true
                Layout.fillWidth: true
            }
            Flow {
                spacing: Theme.space12
                Layout.fillWidth: true
                StandingTag {
                    objectName: "promiseStanding"
                    text: promise.standing
                    toneName: promise.tone
                    width: Math.min(implicitWidth, parent.width)
                }
                Txt {
                    objectName: "promiseDue"
                    text: promise.due
                    textStyle: Theme.strong
                    width: Math.min(implicitWidth, parent.width)
                }
            }
            Banner {
                objectName: "removedBanner"
                visible: promise.removed
                tone: Theme.colours.warningTone
                symbol: "undo"
                text: qsTr("This was removed. It is in no list until somebody brings it back.")
                Layout.fillWidth: true
            }
            Banner {
                objectName: "twoVersions"
                visible: promise.twoVersions
                tone: Theme.colours.warningTone
                symbol: "merge"
                title: qsTr("Two versions")
                text: qsTr("Two people changed the same thing. Both are kept until somebody chooses.")
                Layout.fillWidth: true
                Btn {
                    objectName: "lookAtBoth"
                    kind: Btn.Secondary
                    text: qsTr("Look at both")
                    onClicked: root.went("versions", { key: promise.key, kind: "action" })
                }
            }
            Banner {
                objectName: "told"
                visible: root._told !== ""
                symbol: "tick"
                tone: Theme.colours.successTone
                text: root._told
                Layout.fillWidth: true
                Btn {
                    objectName: "undoStep"
                    visible: promise.mayUndo
                    kind: Btn.Secondary
                    symbol: "undo"
                    text: qsTr("Undo")
                    onClicked: promise.undo()
                }
            }
            Banner {
                objectName: "waits"
                visible: promise.waits !== ""
                text: promise.waits
                Layout.fillWidth: true
            }
            Txt {
                objectName: "because"
                visible: text !== ""
                text: promise.because
                textStyle: Theme.strong
                Layout.fillWidth: true
            }
            Repeater {
                model: promise.facts
                Txt {
                    required property string modelData
                    required property int index
                    objectName: "fact" + index
                    text: modelData
                    Layout.fillWidth: true
                }
            }
            PromiseSteps {
                id: steps
                visible: !promise.removed
                promise: promise
                onAskAsked: root.askAsked()
                Layout.fillWidth: true
            }
            PromiseUpdates {
                updates: promise.updates
                Layout.fillWidth: true
            }
            ThingsCard {
                objectName: "behind"
                title: qsTr("Notes behind it")
                rows: promise.notes
                emptyText: qsTr("No note is linked to it.")
                onChosen: (page, kind, key) => root._go(page, kind, key)
                Layout.fillWidth: true
            }
            ThingsCard {
                objectName: "came"
                visible: promise.came.count > 0
                title: qsTr("What came of it")
                rows: promise.came
                onChosen: (page, kind, key) => root._go(page, kind, key)
                Layout.fillWidth: true
            }
            Btn {
                objectName: "everything"
                kind: Btn.Quiet
                symbol: "more"
                text: qsTr("Change, remove, or see what happened")
                onClicked: root.went("record", { kind: "action", key: promise.key })
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
            }
        }
    }
}
