// Several other records: those that are chosen, each with its way out, and a field to find one more.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FormRow {
    id: root

    readonly property var _keys: root.field.value ?? []

    function _without(key: string) {
        root.field.set(root._keys.filter(each => each !== key))
        pick.forceActiveFocus(Qt.TabFocusReason)
    }
    function _add(key: string, name: string) {
        root.field.learn(key, name)
        if (root._keys.indexOf(key) < 0)
            root.field.set([...root._keys, key])
    }

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space8
        Flow {
            id: flow
            visible: root._keys.length > 0
            spacing: Theme.space8
            Layout.fillWidth: true
            Repeater {
                model: root._keys
                Btn {
                    id: chosen
                    required property string modelData
                    required property int index
                    readonly property string _name: root._keys.length > 0 ? root.field.nameOf(chosen.modelData) : ""
                    objectName: "chosen-" + root.field.name + chosen.index
                    kind: Btn.Secondary
                    text: chosen._name === "" ? qsTr("Not here yet") : chosen._name
                    symbolAfter: "x"
                    width: Math.min(implicitWidth, flow.width)
                    onClicked: root._without(chosen.modelData)
                    Accessible.name: qsTr("%1. Take out").arg(chosen.text)
                }
            }
        }
        PersonPick {
            id: pick
            objectName: "field-" + root.field.name
            focus: true
            label: root.field.label
            hint: root.field.hint
            error: root.field.error
            optional: !root.field.required
            noneText: qsTr("Nothing found by this name")
            model: found
            onSearched: words => found.search(words)
            onChosen: key => {
                if (key === "")
                    return
                root._add(key, pick.text)
                pick.clear()
            }
            Layout.fillWidth: true
        }
    }
    ReferencePick {
        id: found
        session: root.session
        kinds: root.field.targets
    }
}
