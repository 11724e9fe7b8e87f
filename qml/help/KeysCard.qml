// Every key, from the table that the shell takes them from.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    readonly property KeyTable _table: KeyTable {}
    readonly property var _rows: [...root._table.everywhere, ...root._table.onPages]

    Accessible.name: qsTr("Keys")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space8
        Txt {
            text: qsTr("Keys")
            textStyle: Theme.h2
            heading: true
            Layout.fillWidth: true
        }
        Repeater {
            model: root._rows.length
            RowLayout {
                id: row
                required property int index
                spacing: Theme.space12
                Accessible.role: Accessible.StaticText
                Accessible.name: root._rows[row.index].shown + ". " + root._rows[row.index].does
                Txt {
                    text: root._rows[row.index].shown
                    textStyle: Theme.smallStrong
                    silent: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    Layout.alignment: Qt.AlignTop
                }
                Txt {
                    text: root._rows[row.index].does
                    textStyle: Theme.small
                    silent: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                }
            }
        }
    }
}
