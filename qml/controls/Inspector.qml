// The pane beside a list or board, with what is chosen there: nothing, one or many. Its children are for one; F6 comes here through
// the page, Escape closes.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

FocusScope {
    id: root

    required property string name
    required property int count
    required property string emptyText   // "Choose someone to see more here."
    property string emptySymbol: "person"
    default property alias content: one.data
    property alias manyContent: many.data

    signal closeAsked

    implicitWidth: 340
    implicitHeight: column.implicitHeight + 2 * Theme.space20
    Accessible.role: Accessible.Pane
    Accessible.name: root.name
    Keys.onEscapePressed: root.closeAsked()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.colours.surface
        border.width: Theme.isLight ? 0 : Theme.border
        border.color: Theme.isContrast ? Theme.colours.outline : Theme.colours.hairline
        Shadow { level: 2 }
    }
    Scroll {
        id: scroll
        anchors.fill: parent
        anchors.topMargin: Theme.space8
        anchors.bottomMargin: Theme.space20
        contentHeight: column.implicitHeight
        ColumnLayout {
            id: column
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.space20
            anchors.rightMargin: Theme.space20
            spacing: Theme.space16
            RowLayout {
                Txt {
                    text: root.count > 1 ? qsTr("%n chosen", "", root.count) : ""
                    textStyle: Theme.h2
                    heading: true
                    Layout.fillWidth: true
                }
                IconBtn {
                    objectName: "closePane"
                    visible: root.count > 0
                    name: qsTr("Close")
                    symbol: "x"
                    onClicked: root.closeAsked()
                }
            }
            EmptyState {
                visible: root.count === 0
                text: root.emptyText
                symbol: root.emptySymbol
                Layout.fillWidth: true
                Layout.topMargin: Theme.space24
            }
            ColumnLayout {
                id: one
                visible: root.count === 1
                spacing: Theme.space16
                Layout.fillWidth: true
            }
            ColumnLayout {
                id: many
                visible: root.count > 1
                spacing: Theme.space16
                Layout.fillWidth: true
            }
        }
    }
}
