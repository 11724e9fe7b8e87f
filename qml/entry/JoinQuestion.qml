// One question of joining: what is asked, what helps, then its fields as children.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    default property alias content: column.data
    required property string title
    property string hint

    implicitWidth: 320
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.space20
        Txt {
            text: root.title
            textStyle: Theme.h1
            heading: true
            Layout.fillWidth: true
        }
        Txt {
            visible: text !== ""
            text: root.hint
            Layout.fillWidth: true
        }
    }
}
