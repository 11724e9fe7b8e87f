// A page that needs nobody signed in, with its title, the way back and Help.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Session session
    required property Frame frame
    property string file // empty: none is open
    readonly property Page page: loader.item as Page

    signal asked(page: string, details: var) // by its name
    signal helpAsked

    property var _below: [] // the pages underneath: { file, details }
    property var _details: ({})

    function open(file: string, details: var) {
        if (file === root.file)
            return
        if (root.file !== "")
            root._below = [...root._below, { file: root.file, details: root._details }]
        root._show(file, details)
    }
    function back() {
        const below = root._below[root._below.length - 1]
        root._below = root._below.slice(0, -1)
        if (below)
            root._show(below.file, below.details)
        else
            root._show("", {})
    }
    function _show(file: string, details: var) {
        root.file = file
        root._details = details
        if (file === "")
            loader.setSource("")
        else
            loader.setSource(file, { session: root.session, frame: root.frame, details: details, leadsBack: true })
    }

    Connections {
        target: root.page
        function onLeaving() { root.back() }
        function onWent(page: string, details: var) { root.asked(page, details) }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space8
        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.leftMargin: root.frame.compact ? Theme.space8 : root.frame.gutter - Theme.space12
            Layout.rightMargin: root.frame.compact ? Theme.space4 : root.frame.gutter - Theme.space12
            Layout.topMargin: root.frame.compact ? Theme.space4 : Theme.space12
            IconBtn {
                objectName: "back"
                name: qsTr("Back")
                symbol: "back"
                tint: Theme.colours.text
                onClicked: root.back()
            }
            ColumnLayout {
                spacing: 0
                Txt {
                    text: root.page ? root.page.title : ""
                    textStyle: root.frame.compact ? Theme.h3 : Theme.h1
                    heading: true
                    Layout.fillWidth: true
                }
                Txt {
                    visible: text !== "" && !root.frame.compact
                    text: root.page ? root.page.subtitle : ""
                    textStyle: Theme.small
                    color: Theme.colours.muted
                    Layout.fillWidth: true
                }
            }
            IconBtn {
                objectName: "help"
                visible: root.page !== null && root.page.topic !== "help"
                name: qsTr("Help")
                symbol: "help"
                onClicked: root.helpAsked()
            }
        }
        Loader {
            id: loader
            focus: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            onLoaded: root.page.forceActiveFocus()
        }
    }
    Shortcut {
        enabled: root.file !== ""
        sequences: ["Alt+Left", "Esc"]
        onActivated: root.back()
    }
}
