// One other record: found by typing.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

FormRow {
    id: root

    function settle() {
        root.field.set(pick.key, pick.unclear ? qsTr("Choose one that was found, or leave it empty") : "")
    }
    function show() {
        const key = root.field.value ?? ""
        const name = root.field.nameOf(key)
        if (pick.key === key && pick.text === name)
            return
        pick.key = key
        pick.text = name
    }

    implicitHeight: pick.implicitHeight

    PersonPick {
        id: pick
        objectName: "field-" + root.field.name
        anchors.fill: parent
        focus: true
        label: root.field.label
        hint: root.field.hint
        error: root.field.error
        optional: !root.field.required
        noneText: qsTr("Nothing found by this name")
        model: found
        onSearched: words => found.search(words)
        onChosen: key => {
            root.field.learn(key, pick.text)
            root.field.set(key)
        }
    }
    ReferencePick {
        id: found
        session: root.session
        kinds: root.field.targets
    }
}
