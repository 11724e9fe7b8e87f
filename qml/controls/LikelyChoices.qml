// What is likely to be chosen, before anything has to be typed. Part of TypedPick.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme

Flow {
    id: root

    required property string name
    required property string value
    required property var options // [{ text, detail, value }]
    property string stem          // of the options' object names, before their value; empty: "likely" and their place

    signal chosen(value: string)

    function _go(index: int) {
        repeater.itemAt(Math.max(0, Math.min(repeater.count - 1, index))).forceActiveFocus(Qt.TabFocusReason)
    }

    spacing: Theme.space8
    Accessible.role: Accessible.Grouping
    Accessible.name: root.name

    Repeater {
        id: repeater
        model: root.options
        T.RadioButton {
            id: option
            required property var modelData
            required property int index

            objectName: root.stem === "" ? "likely" + option.index : root.stem + "-" + option.modelData.value
            text: option.modelData.text
            checked: option.modelData.value === root.value
            autoExclusive: false
            checkable: false
            width: root.width > 0 ? Math.min(implicitWidth, root.width) : implicitWidth // words in no width wrap for ever
            leftPadding: Theme.space16
            rightPadding: Theme.space16
            implicitWidth: Math.max(Theme.target, Math.ceil(implicitContentWidth) + leftPadding + rightPadding + 1)
            implicitHeight: Math.max(Theme.control, implicitContentHeight + Theme.space16)
            hoverEnabled: !Theme.touch
            onClicked: root.chosen(option.modelData.value)
            Accessible.name: option.modelData.detail === "" ? option.text : option.text + ". " + option.modelData.detail
            Accessible.checkable: true
            Accessible.checked: option.checked
            Accessible.onPressAction: option.clicked()
            Accessible.onToggleAction: option.clicked()
            Keys.onReturnPressed: option.clicked()
            Keys.onEnterPressed: option.clicked()
            Keys.onLeftPressed: root._go(option.index + (Theme.rightToLeft ? 1 : -1))
            Keys.onRightPressed: root._go(option.index + (Theme.rightToLeft ? -1 : 1))

            background: ChoiceBack {
                checked: option.checked
                hovered: option.hovered
                wrong: false
                focused: option.visualFocus
            }
            contentItem: RowLayout {
                spacing: Theme.space8
                Icon {
                    visible: option.checked
                    symbol: "tick"
                    size: 19
                    stroke: 2.4
                    colour: Theme.colours.primaryTone.ink
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true
                    Txt {
                        text: option.text
                        textStyle: Theme.label
                        font.weight: option.checked ? Font.DemiBold : Font.Medium
                        color: option.checked ? Theme.colours.primaryTone.ink : Theme.colours.text
                        silent: true
                        Layout.fillWidth: true
                    }
                    Txt {
                        text: option.modelData.detail
                        visible: text !== ""
                        textStyle: Theme.small
                        color: option.checked ? Theme.colours.primaryTone.ink : Theme.colours.muted
                        silent: true
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}
