// One row of the feed.
import QtQuick
import OurTable.Controls

NoteCard {
    id: root

    required property var model // the row: NoteFeed's roles, undefined until it is there
    required property int index
    property int count: 0

    readonly property string key: root.model?.key ?? ""
    readonly property bool promise: root.model?.promise ?? false
    readonly property bool takenBack: root.model?.takenBack ?? false
    readonly property KindLook _look: KindLook { code: root.model?.code ?? "" }
    readonly property string _promiser: root.model?.promiser ?? ""

    objectName: "note" + root.index
    text: root.model?.text ?? ""
    kind: root.model?.kind ?? ""
    kindSymbol: root._look.code === "" ? "" : root._look.symbol
    kindTone: root._look.tone
    themes: root.model?.themes ?? []
    time: root.model?.time ?? ""
    voice: root._promiser !== "" ? qsTr("%1 promised", "a name").arg(root._promiser) : root.model?.voice ?? ""
    due: root.model?.due ?? ""
    shared: root.model?.shared ?? false
    position: root.count > 0 ? qsTr("%1 of %2", "place in a list").arg(root.index + 1).arg(root.count) : ""
}
