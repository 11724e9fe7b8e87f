// What happened to a record, for whoever asks.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property Session session
    required property string recordKey

    spacing: Theme.space12

    Btn {
        objectName: "history"
        kind: Btn.Quiet
        symbol: history.shown ? "up" : "clock"
        text: history.shown ? qsTr("Hide what happened") : qsTr("What happened to it")
        onClicked: history.shown = !history.shown
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
    }
    Txt {
        visible: history.shown && history.problem !== ""
        text: history.problem
        Layout.fillWidth: true
    }
    Repeater {
        model: history.shown ? history : null
        ColumnLayout {
            id: entry
            required property string who
            required property string when
            required property string what
            required property int index
            spacing: Theme.space4
            Layout.fillWidth: true
            Txt {
                text: qsTr("%1, %2").arg(entry.who).arg(entry.when)
                textStyle: Theme.smallStrong
                Layout.fillWidth: true
            }
            Txt {
                objectName: "what" + entry.index
                text: entry.what
                textStyle: Theme.small
                Layout.fillWidth: true
            }
            Divider { Layout.fillWidth: true }
        }
    }

    readonly property RecordHistory _history: RecordHistory {
        id: history
        session: root.session
        key: root.recordKey
    }
}
