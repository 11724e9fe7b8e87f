// Pass to another tablet nearby (ux.md 7.22): both open this page, compare two words, and each gets what it lacks.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session

    readonly property Nearby _nearby: Nearby {
        session: root.session
        onStageChanged: root._tell()
        onProblemChanged: if (root._nearby.problem !== "") root.said(root._nearby.problem)
    }
    readonly property int _stage: root._nearby.stage

    // What was pressed may be gone: the keyboard goes on from the top of the page, never from a button that took its place.
    function _tell() {
        root.forceActiveFocus(Qt.OtherFocusReason)
        if (root._stage === Nearby.Words)
            root.said(qsTr("Do both tablets show the same two words? %1").arg(root._nearby.words))
        else if (root._stage === Nearby.Waiting)
            root.said(waiting.text)
        else if (root._stage === Nearby.Passing)
            root.said(passing.text)
        else if (root._stage === Nearby.Done)
            root.said(root._nearby.result)
    }

    title: qsTr("Pass to another tablet nearby")
    subtitle: root.frame.compact ? "" : qsTr("Without the hub. It works where there is only Wi-Fi.")
    belongsTo: "sharing"
    topic: "sharing"

    Scroll {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.space32
        ColumnLayout {
            id: column
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.leftMargin: root.frame.gutter
            width: Math.min(parent.width - 2 * root.frame.gutter, Theme.bigText ? parent.width : 760)
            spacing: Theme.space20

            NearbyFinding {
                visible: root._stage === Nearby.Starting || root._stage === Nearby.Looking || root._stage === Nearby.Calling
                nearby: root._nearby
                Layout.fillWidth: true
            }
            NearbyWords {
                visible: root._stage === Nearby.Words || root._stage === Nearby.Waiting
                nearby: root._nearby
                Layout.fillWidth: true
            }
            Txt {
                id: waiting
                objectName: "waitingForOther"
                visible: root._stage === Nearby.Waiting
                text: qsTr("Now tap “The same” on the other tablet.")
                textStyle: Theme.strong
                Layout.fillWidth: true
            }
            ColumnLayout {
                visible: root._stage === Nearby.Passing
                spacing: Theme.space16
                Txt {
                    id: passing
                    objectName: "passing"
                    text: qsTr("Passing now. Keep both tablets near.")
                    textStyle: Theme.h1
                    heading: true
                    Layout.fillWidth: true
                }
                Meter {
                    objectName: "passed"
                    value: root._nearby.part
                    implicitHeight: 14
                    Layout.fillWidth: true
                }
                Txt {
                    text: qsTr("%1 % is done.").arg(Math.round(100 * root._nearby.part))
                    color: Theme.colours.muted
                    Layout.fillWidth: true
                }
            }
            Banner {
                objectName: "nearbyDone"
                visible: root._stage === Nearby.Done
                tone: Theme.colours.successTone
                symbol: "tick"
                title: root._nearby.result
                text: qsTr("It still goes to the hub by itself, from either tablet.")
                Layout.fillWidth: true
            }
            Banner {
                objectName: "nearbyOver"
                visible: root._stage === Nearby.Over
                tone: Theme.colours.warningTone
                symbol: "alert"
                text: root._nearby.problem
                Layout.fillWidth: true
            }
            Flow {
                id: ways
                visible: root._stage !== Nearby.Words && root._stage !== Nearby.Looking && root._stage !== Nearby.Starting
                spacing: Theme.space12
                Layout.fillWidth: true
                Btn {
                    objectName: "nearbyAgain"
                    visible: root._stage === Nearby.Over
                    width: Math.min(implicitWidth, ways.width)
                    big: true
                    text: qsTr("Try again")
                    onClicked: root._nearby.lookAgain()
                }
                Btn {
                    objectName: "nearbyStop"
                    visible: root._stage === Nearby.Calling || root._stage === Nearby.Waiting || root._stage === Nearby.Passing
                    width: Math.min(implicitWidth, ways.width)
                    big: true
                    kind: Btn.Secondary
                    text: qsTr("Stop")
                    onClicked: root._nearby.lookAgain()
                }
                Btn {
                    objectName: "nearbyLeave"
                    visible: root._stage === Nearby.Done || root._stage === Nearby.Over
                    width: Math.min(implicitWidth, ways.width)
                    big: true
                    kind: root._stage === Nearby.Done ? Btn.Primary : Btn.Secondary
                    text: root._stage === Nearby.Done ? qsTr("Done") : qsTr("Not now")
                    onClicked: root.leaving()
                }
            }
        }
    }
}
