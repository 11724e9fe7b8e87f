// The office looks at the local numbers, every quarter at least (S-07).
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session

    readonly property HelpLines _lines: HelpLines {
        session: root.session
        onChanged: root._fill()
        onSaved: {
            root.said(qsTr("Saved."))
            root.leaving()
        }
    }
    property bool _filled: false

    // Once, so that nobody's typing is written over.
    function _fill() {
        if (root._filled || !root._lines.known)
            return
        root._filled = true
        crisis.text = root._lines.crisisLine
        adults.text = root._lines.adultsLead
        children.text = root._lines.childrenLead
        person.text = root._lines.personToAsk
        phone.text = root._lines.personsPhone
    }

    title: qsTr("Local numbers")
    Component.onCompleted: root._fill()

    Scroll {
        id: scroll
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.space24
        ColumnLayout {
            id: column
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.leftMargin: root.frame.gutter
            anchors.topMargin: Theme.space8
            width: Math.min(620, scroll.width - 2 * root.frame.gutter)
            spacing: Theme.space20
            Txt {
                text: qsTr("Ring each number before you save it. Everybody sees them on the Help page.")
                Layout.fillWidth: true
            }
            Field {
                id: crisis
                objectName: "crisis"
                focus: true
                label: qsTr("Crisis line near you (optional)")
                inputMethodHints: Qt.ImhPreferNumbers
                maximumLength: 60
                Layout.fillWidth: true
            }
            Field {
                id: adults
                objectName: "adults"
                label: qsTr("Safeguarding lead, grown-ups (optional)")
                inputMethodHints: Qt.ImhPreferNumbers
                maximumLength: 60
                Layout.fillWidth: true
            }
            Field {
                id: children
                objectName: "children"
                label: qsTr("Safeguarding lead, children (optional)")
                inputMethodHints: Qt.ImhPreferNumbers
                maximumLength: 60
                Layout.fillWidth: true
            }
            Field {
                id: person
                objectName: "person"
                label: qsTr("Who to ask about the app (optional)")
                maximumLength: 60
                Layout.fillWidth: true
            }
            Field {
                id: phone
                objectName: "phone"
                label: qsTr("Their phone (optional)")
                inputMethodHints: Qt.ImhPreferNumbers
                maximumLength: 60
                Layout.fillWidth: true
            }
            Banner {
                visible: root._lines.problem !== ""
                tone: Theme.colours.dangerTone
                symbol: "alert"
                text: root._lines.problem
                Layout.fillWidth: true
            }
            Btn {
                objectName: "saveNumbers"
                big: true
                text: qsTr("Save, checked today")
                busy: root._lines.busy
                onClicked: root._lines.save(crisis.wholeText(), adults.wholeText(), children.wholeText(), person.wholeText(), phone.wholeText())
                Layout.fillWidth: true
                Layout.maximumWidth: root.frame.compact ? scroll.width : implicitWidth
            }
        }
    }
}
