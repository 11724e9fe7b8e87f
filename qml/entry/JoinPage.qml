// Joining a programme, one question a page (ux.md 7.2).
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session

    readonly property Joining _joining: Joining {
        session: root.session
        onStepChanged: scroll.contentY = 0
        onNewsChanged: root.said(root._joining.news)
    }
    readonly property int _step: root._joining.step

    title: qsTr("Join")
    topic: "join"

    Scroll {
        id: scroll
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.space24
        ColumnLayout {
            id: column
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.top
            anchors.topMargin: Theme.space8
            width: Math.min(620, scroll.width - 2 * root.frame.gutter)
            spacing: Theme.space16
            GridLayout {
                columns: Theme.bigText ? 1 : 2
                columnSpacing: Theme.space12
                visible: root._step < Joining.In
                Btn {
                    objectName: "stepBack"
                    visible: root._step === Joining.Named || root._step === Joining.Secured
                    kind: Btn.Quiet
                    symbol: "back"
                    text: qsTr("Question before")
                    onClicked: root._joining.back()
                    Layout.maximumWidth: column.width
                }
                Txt {
                    objectName: "stepWords"
                    text: qsTr("Step %1 of 4").arg(root._step + 1)
                    textStyle: Theme.small
                    color: Theme.colours.muted
                    Layout.fillWidth: true
                }
            }
            JoinCode {
                visible: root._step === Joining.Invited
                focus: visible
                joining: root._joining
                byFile: root.details.file === true
                Layout.fillWidth: true
            }
            JoinName {
                visible: root._step === Joining.Named
                focus: visible
                joining: root._joining
                Layout.fillWidth: true
            }
            JoinSecret {
                visible: root._step === Joining.Secured
                focus: visible
                joining: root._joining
                Layout.fillWidth: true
            }
            JoinWaiting {
                visible: root._step === Joining.Waiting
                focus: visible
                joining: root._joining
                Layout.fillWidth: true
            }
            JoinWelcome {
                visible: root._step === Joining.In
                focus: visible
                name: root._joining.name
                onWentOn: root.leaving()
                Layout.fillWidth: true
            }
        }
    }
}
