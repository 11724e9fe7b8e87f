// The promises that have to do with a note, and a field to link one more. Part of NotePage.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property Session session
    required property string note // its key
    property string _linked        // the last one that was linked here, and can be undone

    signal asked(key: string)     // to see a promise
    signal said(words: string)

    function _take(key: string) {
        promises.link(key)
        root._linked = key
        root.said(qsTr("Linked."))
    }
    function _takeOff(key: string) {
        promises.unlink(key)
        root._linked = ""
        root.said(qsTr("Not linked any more."))
    }

    spacing: Theme.space8

    NotePromises {
        id: promises
        session: root.session
        note: root.note
        onChanged: if (promises.problem !== "") root.said(promises.problem)
    }
    ReferencePick {
        id: found
        session: root.session
        kinds: ["action"]
    }
    Txt {
        text: qsTr("Promises about this")
        textStyle: Theme.h3
        heading: true
        Layout.fillWidth: true
    }
    Txt {
        objectName: "noPromises"
        visible: promises.ready && rows.count === 0
        text: qsTr("Nobody has promised anything about this yet.")
        color: Theme.colours.muted
        Layout.fillWidth: true
    }
    Repeater {
        id: rows
        model: promises.rows
        RowLayout {
            id: row
            required property var model
            required property int index
            readonly property KindLook _look: KindLook { code: row.model.sign }
            spacing: Theme.space8
            Layout.fillWidth: true
            ListRow {
                objectName: "promise" + row.index
                leftPadding: 0
                rightPadding: 0
                symbol: row._look.symbol
                tone: row._look.tone
                text: row.model.text
                detail: row.model.detail
                place: row.index + 1
                places: rows.count
                divided: false
                onClicked: root.asked(row.model.key)
                Layout.fillWidth: true
            }
            IconBtn {
                objectName: "unlink" + row.index
                visible: row.model.amount === 1
                symbol: "x"
                name: qsTr("Take the link to this promise off")
                onClicked: root._takeOff(row.model.key)
            }
        }
    }
    PersonPick {
        id: pick
        objectName: "linkPromise"
        label: qsTr("Find a promise that belongs to this")
        optional: true
        noneText: qsTr("No promise found with these words")
        model: found
        onSearched: words => found.search(words)
        onChosen: key => {
            if (key === "")
                return
            root._take(key)
            pick.clear()
        }
        Layout.fillWidth: true
    }
    Btn {
        objectName: "undoLink"
        visible: root._linked !== ""
        kind: Btn.Quiet
        symbol: "undo"
        text: qsTr("Undo the link")
        onClicked: root._takeOff(root._linked)
    }
}
