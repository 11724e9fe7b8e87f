// The numbers of a Chart, line by line. Part of it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

ColumnLayout {
    id: root

    required property string name
    required property string textHead
    required property string valueHead
    required property string markHead
    required property var values
    required property var events

    // What stands in the second column: the number, or what is happening and how far it is; with what it is compared to.
    function _said(value: var): string {
        const said = value.state !== undefined ? [value.detail, value.state].filter(each => each).join(". ") : String(value.words ?? value.value)
        return value.mark === undefined ? said : qsTr("%1, compared to %2").arg(said).arg(value.mark)
    }

    function _named(index: int): string {
        const happened = root.events.filter(each => each.at === index).map(each => each.text).join(", ")
        return happened === "" ? root.values[index].text : root.values[index].text + " (" + happened + ")"
    }

    spacing: 0
    Accessible.role: Accessible.Table
    Accessible.name: root.name

    ChartLine {
        text: root.textHead
        said: root.markHead === "" ? root.valueHead : root.valueHead + ", " + root.markHead
        isHead: true
        Layout.fillWidth: true
    }
    Repeater {
        model: root.values
        ChartLine {
            required property var modelData
            required property int index
            text: root._named(index)
            said: root._said(modelData)
            Layout.fillWidth: true
        }
    }
}
