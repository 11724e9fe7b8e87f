// The top of a page, wider than a phone: its title, and the save state always at the end.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Item {
    id: root

    required property Page page
    required property Sharing sharing
    required property int gutter
    required property int count

    signal backAsked
    signal sharingAsked

    implicitHeight: row.implicitHeight + Theme.space12 + Theme.space20

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: root.gutter
        anchors.rightMargin: root.gutter
        anchors.topMargin: Theme.space12
        spacing: Theme.space12
        IconBtn {
            objectName: "back"
            visible: root.page ? root.page.leadsBack : false
            name: qsTr("Back")
            symbol: "back"
            tint: Theme.colours.text
            onClicked: root.backAsked()
        }
        ColumnLayout {
            spacing: 0
            Txt {
                text: root.page ? root.page.title : ""
                textStyle: Theme.h1
                heading: true
                maximumLineCount: 2
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            Txt {
                visible: text !== ""
                text: root.page ? root.page.subtitle : ""
                textStyle: Theme.small
                color: Theme.colours.muted
                maximumLineCount: 2
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        SavePill {
            objectName: "pill"
            saveState: root.sharing.state
            count: root.count
            onClicked: root.sharingAsked()
            Layout.alignment: Qt.AlignTop
        }
    }
}
