// A coordinator lets somebody in: a code for what they do, then the two words, compared.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session

    readonly property LettingIn _letting: LettingIn {
        session: root.session
        onLetInDone: root.said(qsTr("They are in."))
        onMadeChanged: root._showCode()
    }
    readonly property bool _wide: root.frame.wide && !Theme.bigText
    property int _part: -1

    // A fresh code may lie under the edge of the window.
    function _showCode() {
        if (root._letting.address === "")
            return
        scroll.keep(code)
        root.said(qsTr("The code is ready. It works once, until %1.").arg(root._letting.until))
    }

    title: qsTr("Let somebody in")
    panes: [codes, waiting]

    Scroll {
        id: scroll
        anchors.fill: parent
        contentHeight: grid.implicitHeight + Theme.space8 + Theme.space32
        GridLayout {
            id: grid
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            anchors.topMargin: Theme.space8
            columns: root._wide ? 2 : 1
            columnSpacing: Theme.space24
            rowSpacing: Theme.space20
            ColumnLayout {
                id: codes
                spacing: Theme.space16
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                Txt {
                    text: qsTr("1. What will they do?")
                    textStyle: Theme.h2
                    heading: true
                    Layout.fillWidth: true
                }
                Repeater {
                    model: root._letting.parts.length
                    RadioCard {
                        id: part
                        required property int index
                        objectName: "part" + part.index
                        text: root._letting.parts[part.index]
                        checked: root._part === part.index
                        onClicked: root._part = part.index
                        Layout.fillWidth: true
                    }
                }
                Banner {
                    visible: root._letting.problem !== ""
                    tone: Theme.colours.warningTone
                    symbol: "alert"
                    text: root._letting.problem
                    Layout.fillWidth: true
                }
                Btn {
                    objectName: "makeCode"
                    enabled: root._part >= 0
                    big: true
                    text: qsTr("Make a code")
                    busy: root._letting.busy
                    onClicked: root._letting.invite(root._part)
                    Layout.fillWidth: true
                    Layout.maximumWidth: root.frame.compact ? scroll.width : implicitWidth
                }
                CodeCard {
                    id: code
                    objectName: "codeCard"
                    visible: root._letting.address !== ""
                    letting: root._letting
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                id: waiting
                spacing: Theme.space16
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                Txt {
                    text: qsTr("2. Are the words the same?")
                    textStyle: Theme.h2
                    heading: true
                    Layout.fillWidth: true
                }
                Txt {
                    text: root._letting.waiting.count === 0 ? qsTr("Nobody waits yet. Whoever typed a code shows up here.")
                                                            : qsTr("Look at their screen. Let them in only when both words are the same.")
                    Layout.fillWidth: true
                }
                Repeater {
                    model: root._letting.waiting
                    WaitingCard {
                        required property string key
                        objectName: "waiting" + index
                        busy: root._letting.busy
                        onLetIn: root._letting.letIn(key)
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}
