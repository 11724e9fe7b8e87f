// Starting a breakfast (domain.md J1): all is filled in, so that one tap starts it.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session
    readonly property bool _askedFirst: form.sameKey !== "" && root.frame.compact && Theme.bigText // too tall to stay in sight
    readonly property bool _footed: !root.frame.wide && !root.frame.low && !root._askedFirst
    readonly property bool _ready: form.ready

    function _start() {
        form.question = question.wholeText()
        where.settle()
        when.settle()
        form.start()
        if (form.placeProblem !== "")
            where.showFault()
        else if (form.questionProblem !== "")
            question.forceActiveFocus(Qt.OtherFocusReason)
    }
    function _join() {
        form.forget()
        root.became("capture", { key: form.sameKey })
    }

    title: qsTr("Start a breakfast")
    subtitle: form.whenWords
    on_ReadyChanged: {
        question.text = form.question
        where.begin()
    }

    StartBreakfast {
        id: form
        session: root.session
        onStarted: key => root.became("capture", { key: key })
    }
    Scroll {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        contentHeight: parts.implicitHeight + Theme.space24
        Grid { // positioners: layouts within layouts with words that wrap never come to rest
            id: parts
            readonly property real cell: (width - (columns - 1) * columnSpacing) / columns
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            columns: root.frame.wide ? 2 : 1
            columnSpacing: Theme.space20
            rowSpacing: Theme.space20
            visible: form.ready
            WherePart {
                id: where
                width: parts.cell
                form: form
                session: root.session
            }
            Column {
                width: parts.cell
                spacing: Theme.space20
                Card {
                    width: parent.width
                    Column {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        spacing: Theme.space8
                        TextBox {
                            id: question
                            width: parent.width
                            error: form.questionProblem
                            objectName: "question"
                            label: qsTr("Opening question")
                            leastHeight: Theme.control
                            onEdited: form.question = question.text
                            onAccepted: root._start()
                        }
                        BoxLine {
                            width: parent.width
                            problem: ""
                            length: Array.from(question.text).length
                            limit: form.questionLimit
                        }
                    }
                }
                WhenPart {
                    id: when
                    width: parent.width
                    form: form
                    today: root.session.today
                }
                StartAction {
                    visible: !root._footed
                    width: parent.width
                    form: form
                    onStartAsked: root._start()
                    onJoined: root._join()
                }
            }
        }
    }
    Rectangle {
        id: footer
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        implicitHeight: root._footed && form.ready ? action.implicitHeight + 2 * Theme.space12 : 0
        color: Theme.colours.canvas
        visible: implicitHeight > 0
        Divider {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
        }
        StartAction {
            id: action
            visible: root._footed
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            form: form
            onStartAsked: root._start()
            onJoined: root._join()
        }
    }
    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        onActivated: root._start()
    }
}
