// One of a list: its words, or its parts, and the way to take it out.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property RecordForm form
    required property FormField field
    required property int place
    readonly property bool _plain: root.field.parts.length === 0
    readonly property var _item: (root.field.value ?? [])[root.place]
    readonly property string _name: qsTr("%1, %2").arg(root.field.label).arg(root.place + 1)

    signal handed(item: var)
    signal takenOut

    function _putPart(key: string, value: string) {
        root.handed(Object.assign({}, root._item ?? {}, { [key]: value }))
    }
    function _show() {
        if (root._plain && words.text !== (root._item ?? ""))
            words.text = root._item ?? ""
    }

    implicitWidth: 320
    implicitHeight: row.implicitHeight
    on_ItemChanged: root._show()
    Component.onCompleted: root._show()

    Connections {
        target: root.form
        function onSettling() {
            if (root._plain && root._item !== undefined)
                root.handed(words.wholeText())
        }
    }
    RowLayout {
        id: row
        anchors.fill: parent
        spacing: Theme.space8
        Field {
            id: words
            objectName: root.objectName + "Words"
            visible: root._plain
            focus: root._plain
            labelled: false
            label: root._name
            onEdited: root.handed(words.text)
            Layout.fillWidth: true
        }
        ColumnLayout {
            visible: !root._plain
            spacing: Theme.space12
            Repeater {
                model: root.field.parts
                PartEdit {
                    required property var modelData
                    objectName: root.objectName + "-" + modelData.key
                    part: modelData
                    today: root.field.today
                    value: (root._item ?? {})[modelData.key] ?? ""
                    onHanded: value => root._putPart(modelData.key, value)
                    Layout.fillWidth: true
                }
            }
            Divider { Layout.fillWidth: true }
        }
        IconBtn {
            objectName: root.objectName + "Out"
            name: qsTr("Take out: %1").arg(root._name)
            symbol: "x"
            onClicked: root.takenOut()
            Layout.alignment: Qt.AlignTop
        }
    }
}
