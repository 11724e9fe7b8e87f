// Parts of one page of which one is shown, on more lines where they do not fit. Arrows, Home and End go along them.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import OurTable.Theme

FocusScope {
    id: root

    required property string name
    property list<Destination> parts
    property string current

    signal chosen(key: string)

    function _go(index: int) {
        const bounded = Math.max(0, Math.min(root.parts.length - 1, index))
        repeater.itemAt(bounded).forceActiveFocus(Qt.TabFocusReason)
        root.chosen(root.parts[bounded].key)
    }

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight
    Accessible.role: Accessible.PageTabList
    Accessible.name: root.name

    Flow {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space8
        Repeater {
            id: repeater
            model: root.parts.length
            T.TabButton {
                id: tab
                required property int index
                readonly property Destination _part: root.parts[tab.index]
                readonly property bool _chosen: tab._part.key === root.current

                text: tab._part.text
                checkable: false
                focusPolicy: Qt.StrongFocus
                implicitWidth: Math.max(Theme.target, implicitContentWidth + 2 * Theme.space12)
                implicitHeight: Math.max(52, implicitContentHeight + Theme.space16)
                onClicked: root.chosen(tab._part.key)
                Accessible.name: tab.text
                Accessible.focusable: true
                Accessible.selected: tab._chosen
                Accessible.onPressAction: tab.clicked()
                Keys.onReturnPressed: tab.clicked()
                Keys.onEnterPressed: tab.clicked()
                Keys.onLeftPressed: root._go(tab.index - 1)
                Keys.onRightPressed: root._go(tab.index + 1)
                Keys.onPressed: event => {
                    if (event.key === Qt.Key_Home)
                        root._go(0)
                    else if (event.key === Qt.Key_End)
                        root._go(root.parts.length - 1)
                    else
                        return
                    event.accepted = true
                }
                background: Item {
                    Rectangle {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.bottom: parent.bottom
                        implicitHeight: 4
                        color: tab._chosen ? Theme.colours.primary : "transparent"
                    }
                    Rectangle {
                        anchors.fill: parent
                        visible: tab.visualFocus
                        radius: Theme.radiusTag
                        color: "transparent"
                        border.width: Theme.focusWidth
                        border.color: Theme.colours.focus
                    }
                }
                contentItem: Txt {
                    text: tab.text
                    textStyle: Theme.label
                    font.weight: tab._chosen ? Font.Bold : Font.Medium
                    color: tab._chosen ? Theme.colours.link : Theme.colours.muted
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    wrapMode: Text.NoWrap
                    silent: true
                }
            }
        }
    }
}
