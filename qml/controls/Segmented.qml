// Two to four short options of which one holds: beside each other, or one below the other where there is no room for that.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme

Rectangle {
    id: root

    required property string name
    property list<SegmentOption> options
    property int current: 0
    property int focusPolicy: Qt.StrongFocus // Qt.TabFocus: a finger leaves the focus where it was

    signal chosen(index: int)

    property real _widest: 0 // of the options
    property real _together: 0
    readonly property real _gaps: (root.options.length + 1) * Theme.space4
    readonly property bool _even: root.options.length * root._widest + root._gaps <= root.width + 1
    readonly property bool _stacked: root.width > 0 && root._together + root._gaps > root.width + 1

    function _measure() {
        let widest = 0
        let together = 0
        for (let index = 0; index < repeater.count; ++index) {
            const width = repeater.itemAt(index)?.implicitWidth ?? 0
            widest = Math.max(widest, width)
            together += width
        }
        root._widest = widest
        root._together = together
    }

    implicitWidth: root.options.length * root._widest + (root.options.length + 1) * Theme.space4
    implicitHeight: row.implicitHeight + 2 * Theme.space4
    radius: Theme.radiusControl + 3
    color: Theme.colours.sunken
    border.width: Theme.isContrast ? Theme.border : 0
    border.color: Theme.colours.outline
    Accessible.role: Accessible.Grouping
    Accessible.name: root.name

    GridLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.space4
        columns: root._stacked ? 1 : Math.max(1, root.options.length)
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4
        Repeater {
            id: repeater
            model: root.options.length
            T.RadioButton {
                id: option
                required property int index
                readonly property SegmentOption _option: root.options[option.index]
                readonly property color _ink: !option.checked ? Theme.colours.muted : Theme.isContrast ? Theme.colours.primaryInk : Theme.isLight ? Theme.colours.link : Theme.colours.primaryTone.ink

                objectName: root.objectName === "" ? "" : root.objectName + option.index
                text: option._option.text
                focusPolicy: root.focusPolicy
                checked: option.index === root.current
                autoExclusive: false
                checkable: false
                implicitWidth: implicitContentWidth + Theme.space8 // and the fillers
                implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.space8)
                Layout.fillWidth: true
                Layout.preferredWidth: root._even || root._stacked ? 1 : option.implicitWidth
                Layout.minimumWidth: Theme.target
                onClicked: root.chosen(option.index)
                Accessible.name: option.text
                Accessible.checkable: true
                Accessible.checked: option.checked
                Accessible.onPressAction: root.chosen(option.index)
                Accessible.onToggleAction: root.chosen(option.index)
                Keys.onReturnPressed: root.chosen(option.index)
                Keys.onEnterPressed: root.chosen(option.index)
                onImplicitWidthChanged: root._measure()
                Keys.onUpPressed: root.chosen(Math.max(0, option.index - 1))
                Keys.onDownPressed: root.chosen(Math.min(root.options.length - 1, option.index + 1))
                Keys.onLeftPressed: root.chosen(Math.max(0, option.index - 1))
                Keys.onRightPressed: root.chosen(Math.min(root.options.length - 1, option.index + 1))

                background: Rectangle {
                    radius: Theme.radiusControl
                    color: option.checked ? (Theme.isLight ? Theme.colours.surface : Theme.isContrast ? Theme.colours.primary : Theme.colours.primaryTone.soft) : "transparent"
                    border.width: Theme.isContrast && option.checked ? Theme.border : 0
                    border.color: Theme.colours.primary
                    FocusRing { shown: option.visualFocus }
                }
                contentItem: RowLayout {
                    spacing: 0
                    Item { Layout.fillWidth: true }
                    Icon {
                        symbol: option._option.symbol
                        visible: symbol !== ""
                        size: 20
                        colour: option._ink
                        Layout.rightMargin: Theme.space8
                    }
                    Txt {
                        text: option.text
                        textStyle: Theme.label
                        font.weight: option.checked ? Font.DemiBold : Font.Medium
                        color: option._ink
                        horizontalAlignment: Text.AlignHCenter
                        silent: true
                        Layout.fillWidth: true
                        Layout.maximumWidth: Math.ceil(implicitWidth)
                    }
                    Item { Layout.fillWidth: true }
                }
            }
        }
    }
}
