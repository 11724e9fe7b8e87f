// The row of one field, by its type, and above it what has to be settled first.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme
import "rows.js" as Rows

FocusScope {
    id: root

    required property Session session
    required property RecordForm form
    required property FormField field
    readonly property string _file: Rows.fileOf(root.field.type, root.field.mayChange)

    signal versionsAsked

    function _load() {
        row.setSource(root._file, { session: root.session, form: root.form, field: root.field, focus: true }) // a loader is a scope
    }

    implicitWidth: 320
    implicitHeight: column.implicitHeight
    on_FileChanged: root._load()
    Component.onCompleted: root._load()

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space8
        Banner {
            visible: root.field.twoVersions
            tone: Theme.colours.warningTone
            symbol: "merge"
            title: qsTr("Two versions")
            text: qsTr("Two people changed “%1”. Both are kept until somebody chooses.").arg(root.field.label)
            Layout.fillWidth: true
            Btn {
                objectName: "versions-" + root.field.name
                kind: Btn.Secondary
                text: qsTr("Look at both")
                onClicked: root.versionsAsked()
            }
        }
        Loader {
            id: row
            focus: true
            Layout.fillWidth: true
        }
    }
}
