// What one row says in one column. Part of DataRow.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

Item {
    id: root

    required property DataColumn column
    required property var value
    required property int most          // Points
    required property Tone tone         // Tagged

    readonly property bool _empty: root.column.kind === DataColumn.Points ? root.most <= 0 : root._words === ""
    readonly property string _words: String(root.value ?? "")
    readonly property string spoken: root._empty ? root.column.emptyText
        : root.column.kind === DataColumn.Points ? qsTr("%1 out of %2").arg(root._words).arg(root.most) : root._words

    implicitHeight: row.implicitHeight
    Accessible.role: Accessible.Cell
    Accessible.name: root.spoken === "" ? root.column.text : qsTr("%1: %2", "column, value").arg(root.column.text).arg(root.spoken)

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.rightMargin: Theme.space12
        spacing: Theme.space8
        Avatar {
            visible: root.column.kind === DataColumn.Who && !Theme.bigText
            name: root._words
            side: 32
        }
        Tag {
            visible: root.column.kind === DataColumn.Tagged && !root._empty
            text: root._words
            tone: root.tone
            Accessible.ignored: true
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Meter {
            visible: root.column.kind === DataColumn.Points && !root._empty
            value: root._empty ? 0 : Number(root._words) / root.most
            Layout.fillWidth: true
            Layout.maximumWidth: 80
        }
        Txt {
            visible: root._empty || root.column.kind !== DataColumn.Tagged
            text: root._empty ? root.column.emptyText : root.column.kind === DataColumn.Points ? root._words + " / " + root.most : root._words
            textStyle: root.column.kind === DataColumn.Who ? Theme.strong
                : root.column.kind === DataColumn.Points && !root._empty ? Theme.smallStrong : Theme.small
            color: root._empty ? Theme.colours.muted : Theme.colours.text
            maximumLineCount: 2
            elide: Text.ElideRight
            wrapMode: root.column.kind === DataColumn.Points ? Text.NoWrap : Text.Wrap
            silent: true
            Layout.fillWidth: true
            Layout.minimumWidth: root.column.kind === DataColumn.Points ? implicitWidth : 0
        }
    }
}
