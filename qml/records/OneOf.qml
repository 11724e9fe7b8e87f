// One of several: side by side where they are few and short, on cards otherwise.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property string label
    required property var options // [{ code, text }]
    property string hint
    property string error
    property bool optional: false
    property string value

    readonly property var _all: root.optional ? [...root.options, { code: "", text: qsTr("Not said") }] : root.options
    readonly property bool _brief: root._all.length <= 6 && root._all.every(each => each.text.length <= 24)

    signal chosen(value: string)

    function _mark() {
        for (let index = 0; index < cards.count; ++index)
            cards.itemAt(index).checked = root._all[index].code === root.value
    }

    implicitWidth: 320
    implicitHeight: column.implicitHeight
    onValueChanged: root._mark()
    Accessible.role: Accessible.Grouping
    Accessible.name: root.error === "" ? root.label : root.label + ". " + qsTr("Error: %1").arg(root.error)

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space8
        FieldLabel {
            label: root.label
            hint: root.hint
            error: root.error
            Layout.fillWidth: true
        }
        LikelyChoices {
            objectName: root.objectName
            stem: root.objectName
            visible: root._brief
            focus: root._brief
            name: root.label
            value: root.value
            options: root._brief ? root._all.map(each => ({ text: each.text, detail: "", value: each.code })) : []
            onChosen: value => root.chosen(value)
            Layout.fillWidth: true
        }
        Repeater {
            id: cards
            model: root._brief ? [] : root._all
            RadioCard {
                id: card
                required property var modelData
                required property int index
                objectName: root.objectName + "-" + card.modelData.code
                text: card.modelData.text
                wrong: root.error !== ""
                focus: card.index === 0
                onToggled: root.chosen(card.modelData.code)
                Component.onCompleted: card.checked = card.modelData.code === root.value
                Layout.fillWidth: true
            }
        }
    }
}
