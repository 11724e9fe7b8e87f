// One row of the feed. A new note asks whether anyone else said so.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls

NoteCard {
    id: root

    required property var model // the row: NoteFeed's roles, undefined until it is there
    required property int index
    property int count: 0
    property Session session: null // where it can be a new one

    readonly property string key: root.model?.key ?? ""
    readonly property bool promise: root.model?.promise ?? false
    readonly property bool takenBack: root.model?.takenBack ?? false
    readonly property KindLook _look: KindLook { code: root.model?.code ?? "" }
    readonly property string _promiser: root.model?.promiser ?? ""
    readonly property int echoes: root.model?.echoes ?? 0
    readonly property bool _asksElse: root.isNew && !root.promise && root.key !== "" && root.session !== null

    objectName: "note" + root.index
    text: root.model?.text ?? ""
    kind: root.model?.kind ?? ""
    kindSymbol: root._look.code === "" ? "" : root._look.symbol
    kindTone: root._look.tone
    themes: root.model?.themes ?? []
    time: root.model?.time ?? ""
    voice: root._promiser !== "" ? qsTr("%1 promised", "a name").arg(root._promiser) : root.model?.voice ?? ""
    due: root.model?.due ?? ""
    marks: [
        ...(root.model?.harvest ? [{ text: qsTr("From the table"), symbol: "star" }] : []),
        ...(root.echoes > 0 ? [{ text: qsTr("%n others said so", "", root.echoes), symbol: "people" }] : [])
    ]
    shared: root.model?.shared ?? false
    position: root.count > 0 ? qsTr("%1 of %2", "place in a list").arg(root.index + 1).arg(root.count) : ""
    on_AsksElseChanged: root._lookWhoElse()
    Component.onCompleted: root._lookWhoElse()

    function _lookWhoElse() {
        if (root._asksElse)
            whoElse.setSource("EchoCount.qml", { session: root.session, note: root.key })
        else
            whoElse.setSource("")
    }
    Loader {
        id: whoElse
        visible: root._asksElse
        Layout.fillWidth: true
    }
}
