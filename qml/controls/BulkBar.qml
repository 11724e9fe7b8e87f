// What can be done with all that is chosen. Its children are buttons (Btn.OnLive, verbs). It stands below the list, in the layout,
// so that it covers no row; Escape in it clears.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

FocusScope {
    id: root

    required property int count
    default property alias actions: flow.data

    signal clearAsked

    readonly property bool _wide: root.width >= Math.floor(root.implicitWidth)
    readonly property real _actionsWidth: {
        let sum = -flow.spacing
        for (const each of Array.from(flow.children))
            sum += each.visible ? each.implicitWidth + flow.spacing : 0
        return sum
    }

    implicitWidth: words.implicitWidth + root._actionsWidth + clearing.implicitWidth + 2 * Theme.space12 + 2 * Theme.space16
    implicitHeight: grid.implicitHeight + 2 * Theme.space8
    visible: root.count > 0
    onCountChanged: live.say(root.count > 0 ? words.text : qsTr("Nothing chosen"))
    Accessible.role: Accessible.ToolBar
    Accessible.name: words.text
    Keys.onEscapePressed: root.clearAsked()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusNote
        color: Theme.colours.live
        border.width: Theme.isLight ? 0 : Theme.border
        border.color: Theme.isContrast ? Theme.colours.outline : Theme.colours.hairline
        Shadow { level: 2 }
    }
    GridLayout {
        id: grid
        anchors.fill: parent
        anchors.margins: Theme.space8
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space16
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8
        Txt {
            id: words
            text: qsTr("%n chosen", "", root.count)
            textStyle: Theme.strong
            color: Theme.colours.liveInk
            silent: true
            Layout.row: 0
            Layout.column: 0
            Layout.fillWidth: true
        }
        Flow {
            id: flow
            spacing: Theme.space8
            Layout.row: root._wide ? 0 : 1
            Layout.column: root._wide ? 1 : 0
            Layout.columnSpan: root._wide ? 1 : 2
            Layout.fillWidth: true
            Layout.preferredWidth: root._actionsWidth
        }
        Btn {
            id: clearing
            objectName: "clear"
            kind: Btn.OnLive
            text: qsTr("Clear")
            onClicked: root.clearAsked()
            Layout.row: 0
            Layout.column: root._wide ? 2 : 1
        }
    }
    LiveLine {
        id: live
        parent: root.parent // speaks when the bar is gone, too
    }
}
