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

    // Beside sign and save state the title would lose words.
    readonly property bool _stacked: {
        const room = root.width - 2 * root.gutter - root._beside - pill.implicitWidth - Theme.space12
        return measured.advanceWidth > (Theme.bigText ? 1 : 1.6) * room
    }
    readonly property real _beside: back.visible ? back.implicitWidth + Theme.space12 : 0

    signal backAsked
    signal sharingAsked

    implicitHeight: row.implicitHeight + Theme.space12 + Theme.space20

    TextMetrics { // the title's own width would depend on the lines that it is given
        id: measured
        font: title.font
        text: title.text
    }
    GridLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: root.gutter
        anchors.rightMargin: root.gutter
        anchors.topMargin: Theme.space12
        columnSpacing: Theme.space12
        rowSpacing: Theme.space4
        IconBtn {
            id: back
            objectName: "back"
            visible: root.page ? root.page.leadsBack : false
            name: qsTr("Back")
            symbol: "back"
            tint: Theme.colours.text
            onClicked: root.backAsked()
            Layout.row: 0
            Layout.column: 0
        }
        ColumnLayout {
            spacing: 0
            Layout.row: root._stacked ? 1 : 0
            Layout.column: root._stacked ? 0 : 1
            Layout.columnSpan: root._stacked ? 3 : 1
            Txt {
                id: title
                text: root.page ? root.page.title : ""
                textStyle: Theme.h1
                heading: true
                maximumLineCount: root._stacked ? 4 : 2
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            Txt {
                visible: text !== ""
                text: root.page ? root.page.subtitle : ""
                textStyle: Theme.small
                color: Theme.colours.muted
                maximumLineCount: root._stacked ? 4 : 2
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        SavePill {
            id: pill
            objectName: "pill"
            compact: Theme.textScale >= 1.5 && root.width < 640
            saveState: root.sharing.state
            count: root.count
            onClicked: root.sharingAsked()
            Layout.row: 0
            Layout.column: 2
            Layout.alignment: Qt.AlignTop | Qt.AlignRight
            Layout.minimumWidth: root._stacked ? Layout.maximumWidth : -1
            Layout.fillWidth: root._stacked
            Layout.maximumWidth: Math.min(pill.implicitWidth, root.width - 2 * root.gutter - root._beside)
        }
    }
}
