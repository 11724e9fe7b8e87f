// One record to read: where it stands, what it says, what can be done with it, and what happened to it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Session session
    required property RecordForm form
    required property Frame frame
    required property bool titled // shows the title: it stands nowhere else

    signal changeAsked
    signal versionsAsked

    Scroll {
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.space20

        ColumnLayout {
            id: column
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.space20
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            spacing: Theme.space16

            Txt {
                objectName: "recordTitle"
                visible: root.titled
                text: root.form.title
                textStyle: Theme.h1
                heading: true
                Layout.fillWidth: true
            }
            StateTag {
                objectName: "recordState"
                visible: text !== ""
                text: root.form.stateWords
                toneName: root.form.tone
                Layout.maximumWidth: Math.ceil(implicitWidth)
                Layout.fillWidth: true
            }
            Banner {
                objectName: "readProblem"
                visible: root.form.problem !== ""
                tone: Theme.colours.warningTone
                symbol: "alert"
                text: root.form.problem
                Layout.fillWidth: true
                Layout.maximumWidth: 720
            }
            DraftBanner {
                objectName: "draftWaits"
                visible: root.form.dirty
                form: root.form
                Layout.fillWidth: true
                Layout.maximumWidth: 720
            }
            Banner {
                objectName: "twoVersions"
                visible: root.form.twoVersions > 0
                tone: Theme.colours.warningTone
                symbol: "merge"
                title: qsTr("Two versions")
                text: qsTr("Two people changed the same thing. Both are kept until somebody chooses.")
                Layout.fillWidth: true
                Layout.maximumWidth: 720
                Btn {
                    objectName: "lookAtBoth"
                    kind: Btn.Secondary
                    text: qsTr("Look at both")
                    onClicked: root.versionsAsked()
                }
            }
            Banner {
                objectName: "wasRemoved"
                visible: root.form.removed
                symbol: "undo"
                text: qsTr("This was removed. It is in no list until somebody brings it back.")
                Layout.fillWidth: true
                Layout.maximumWidth: 720
            }
            RecordTools {
                form: root.form
                onChangeAsked: root.changeAsked()
                Layout.fillWidth: true
                Layout.maximumWidth: 720
            }
            Repeater {
                model: root.form.fields
                ReadOnlyRow {
                    session: root.session
                    form: root.form
                    visible: field.words !== ""
                    Layout.fillWidth: true
                    Layout.maximumWidth: 720
                }
            }
            Txt {
                objectName: "updated"
                visible: root.form.updatedWords !== ""
                text: qsTr("Changed by %1").arg(root.form.updatedWords)
                textStyle: Theme.small
                color: Theme.colours.muted
                Layout.fillWidth: true
            }
            RecordHistoryList {
                session: root.session
                recordKey: root.form.key
                Layout.fillWidth: true
                Layout.maximumWidth: 720
            }
        }
    }
}
