// One part of one thing in a list: chosen, or typed.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls

FocusScope {
    id: root

    required property var part // { key, label, type, required, options }
    required property string value
    required property string today
    readonly property bool _chosen: root.part.type === "choice" || root.part.type === "yes_no"
    readonly property bool _day: root.part.type === "date"

    signal handed(value: string)

    function _show() {
        if (words.text !== root.value)
            words.text = root.value
        if (day.value !== root.value && root._day)
            day.value = root.value
    }

    implicitWidth: 320
    implicitHeight: column.implicitHeight
    onValueChanged: root._show()
    Component.onCompleted: root._show()

    ColumnLayout {
        id: column
        anchors.fill: parent
        OneOf {
            objectName: root.objectName + "Choice"
            visible: root._chosen
            focus: root._chosen
            label: root.part.label
            optional: !root.part.required
            value: root.value
            options: root.part.type === "yes_no" ? [{ code: "yes", text: qsTr("Yes") }, { code: "no", text: qsTr("No") }] : root.part.options
            onChosen: value => root.handed(value)
            Layout.fillWidth: true
        }
        DatePick {
            id: day
            objectName: root.objectName + "Day"
            visible: root._day
            focus: root._day
            label: root.part.label
            optional: !root.part.required
            today: root.today
            onChosen: value => root.handed(value)
            Layout.fillWidth: true
        }
        Field {
            id: words
            objectName: root.objectName + "Words"
            visible: !root._chosen && !root._day
            focus: visible
            label: root.part.required ? root.part.label : qsTr("%1 (optional)").arg(root.part.label)
            onEdited: root.handed(words.text)
            Layout.fillWidth: true
        }
    }
}
