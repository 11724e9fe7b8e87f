// One record, or a new one: to read, or as a form. Comes back as a form when something was being written here.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Session session
    required property Frame frame
    required property string kind
    required property string key // empty: a new one
    required property bool titled
    property bool editing: root.key === ""
    readonly property alias title: form.title
    readonly property alias kindLabel: form.kindLabel

    signal said(words: string)
    signal went(page: string, details: var)
    signal saved(key: string)
    signal leaving

    function _load() {
        const file = !form.ready ? "" : root.editing ? "RecordEditor.qml" : "RecordReading.qml"
        const all = { session: root.session, form: form, frame: root.frame }
        if (file === "")
            content.source = ""
        else
            content.setSource(file, root.editing ? all : Object.assign(all, { titled: root.titled }))
    }
    function _leave() {
        if (form.isNew)
            root.leaving()
        else
            root.editing = false
    }
    function _showVersions() {
        root.went("versions", { key: form.key, kind: root.kind })
    }

    readonly property string _savedWords: Theme.tablet ? qsTr("Saved on this tablet.") : qsTr("Saved on this device.")

    onEditingChanged: root._load()

    RecordForm {
        id: form
        session: root.session
        kind: root.kind
        key: root.key
        onReadChanged: {
            if (form.draftCameBack)
                root.editing = true
            if (content.status === Loader.Null)
                root._load()
        }
        onSaved: key => {
            root.editing = false
            root.said(root._savedWords)
            root.saved(key)
        }
        onMoved: state => root.said(qsTr("%1 %2", "Saved on this tablet. Under way").arg(root._savedWords).arg(state))
        onRemovedNow: {
            root.said(qsTr("Removed. You can get it back at any time."))
            root.leaving()
        }
        onBroughtBack: root.said(qsTr("It is back."))
        onRefused: if (form.problem !== "") root.said(form.problem)
    }
    Txt {
        objectName: "cannotRead"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: root.frame.gutter
        visible: !form.ready && form.problem !== ""
        text: form.problem
    }
    Loader {
        id: content
        objectName: "paneContent"
        anchors.fill: parent
        focus: true
        onLoaded: if (root.activeFocus) (content.item as FocusScope)?.forceActiveFocus()
    }
    Connections {
        target: content.item
        ignoreUnknownSignals: true
        function onChangeAsked() { root.editing = true }
        function onVersionsAsked() { root._showVersions() }
        function onLeaving() { root._leave() }
    }
}
