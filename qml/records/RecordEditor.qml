// The form of one record: what is wrong at its top, a row for each field, Save always in reach at the foot.
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

    signal versionsAsked
    signal leaving

    readonly property Item _focused: root.Window.activeFocusItem

    function _isInside(item: Item): bool {
        for (let above = item; above; above = above.parent) {
            if (above === column)
                return true
        }
        return false
    }
    function _show(item: Item) {
        const place = item.mapToItem(column, 0, 0)
        scroll.show(place.y - Theme.space24, item.height + 2 * Theme.space24)
    }
    function _listFaults() {
        const faults = []
        for (let index = 0; index < root.form.fields.count; ++index) {
            const part = rows.rowOf(index) as FormPart
            if (part && part.field.error !== "")
                faults.push(fault.createObject(summary, { text: part.field.error, field: part }))
        }
        summary.faults = faults
        if (faults.length > 0) {
            scroll.contentY = 0
            summary.forceActiveFocus()
        }
    }

    on_FocusedChanged: if (root._focused && root._isInside(root._focused)) root._show(root._focused)
    Keys.onEscapePressed: root.leaving()

    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        onActivated: root.form.save()
    }
    Connections {
        target: root.form
        function onRefused() { root._listFaults() }
        function onSaved() { summary.faults = [] }
    }
    Component {
        id: fault
        Fault {
        }
    }

    Scroll {
        id: scroll
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: foot.top
        contentHeight: column.implicitHeight + 2 * Theme.space20

        ColumnLayout {
            id: column
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.space20
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            spacing: Theme.space20

            ErrorSummary {
                id: summary
                objectName: "faults"
                Layout.fillWidth: true
                Layout.maximumWidth: 720
            }
            Banner {
                objectName: "problem"
                visible: root.form.problem !== ""
                tone: Theme.colours.warningTone
                symbol: "alert"
                text: root.form.problem
                Layout.fillWidth: true
                Layout.maximumWidth: 720
            }
            DraftBanner {
                objectName: "draftBack"
                visible: root.form.draftCameBack
                form: root.form
                Layout.fillWidth: true
                Layout.maximumWidth: 720
            }
            FormRows {
                id: rows
                session: root.session
                form: root.form
                onVersionsAsked: root.versionsAsked()
                Layout.fillWidth: true
                Layout.maximumWidth: 720
            }
        }
    }
    Rectangle {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        implicitHeight: buttons.implicitHeight + 2 * Theme.space12
        color: Theme.colours.surface
        Divider {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
        }
        Flow {
            id: buttons
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            spacing: Theme.space12
            Btn {
                objectName: "save"
                text: qsTr("Save")
                symbol: "tick"
                busy: root.form.saving
                onClicked: root.form.save()
            }
            Btn {
                objectName: "leaveForm"
                kind: Btn.Quiet
                text: root.form.dirty ? qsTr("Finish later") : qsTr("Back")
                onClicked: root.leaving()
            }
        }
    }
}
