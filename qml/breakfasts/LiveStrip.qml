// The top of live capture: which breakfast, the tables, where the words are, and the way out. One row where there is room for it,
// two elsewhere; on a phone Help, Hide and Lock as well, which have their place in the rail on wider windows.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Rectangle {
    id: root

    required property Capture capture
    required property Sharing sharing
    required property Frame frame
    property bool leadsOut: false // from the notes on a phone, back to writing
    property bool over: false     // nothing to finish

    signal backAsked
    signal sharingAsked
    signal finishAsked
    signal helpAsked
    signal hideAsked
    signal lockAsked

    readonly property bool _small: root.frame.compact
    readonly property bool _oneRow: !root._small && root.width > root._leastWords + tables.natural + label.implicitWidth + ends.implicitWidth + 2 * root.frame.gutter + 56
    readonly property real _leastWords: 13 * Theme.textPixels(Theme.h3)
    readonly property real _side: root._small ? Theme.space4 : root.frame.gutter
    readonly property real _others: root._small ? 2 * Theme.target + Theme.space16
        : finish.implicitWidth + Theme.target + 2 * root.frame.gutter + Theme.space24 // what stands in the row of the words, besides them
    readonly property real _middle: (root.width - tables.natural - label.implicitWidth - Theme.space8) / 2

    implicitHeight: root._oneRow ? Math.max(76, Math.max(words.implicitHeight, tables.implicitHeight, ends.implicitHeight) + 2 * Theme.space12)
        : Math.max(words.implicitHeight, ends.implicitHeight) + switching.height + (root._small ? Theme.space16 : Theme.space32)
    color: Theme.colours.live
    Accessible.role: Accessible.Grouping
    Accessible.name: root.capture.title

    Divider {
        visible: Theme.isContrast
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
    Item {
        id: top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: root._oneRow ? 0 : root._small ? Theme.space4 : Theme.space8
        height: root._oneRow ? root.height : Math.max(words.implicitHeight, ends.implicitHeight)

        RowLayout {
            id: words
            anchors.left: parent.left
            anchors.leftMargin: root._small ? Theme.space4 : root.frame.gutter - Theme.space8
            anchors.right: parent.right
            anchors.rightMargin: root._oneRow ? root.width - switching.leftEdge + Theme.space20 : ends.width + root._side + Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            spacing: root._small ? 0 : Theme.space4 + 2
            IconBtn {
                objectName: "leave"
                name: root.leadsOut ? qsTr("Back to writing") : qsTr("Back to breakfasts")
                symbol: root._small ? "back" : "cup"
                tint: Theme.colours.liveInk
                hoverEnabled: false
                onClicked: root.backAsked()
            }
            ColumnLayout {
                spacing: 0
                Txt {
                    id: title
                    text: !root._small ? root.capture.title : Theme.bigText ? qsTr("Notes") : qsTr("Breakfast notes")
                    textStyle: Theme.h3
                    heading: true
                    color: Theme.colours.liveInk
                    wrapMode: root._small || root._oneRow ? Text.NoWrap : Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
                Txt {
                    id: detail
                    visible: !(root._small && Theme.bigText)
                    text: root._small ? root.capture.day : root.capture.where
                    textStyle: Theme.small
                    color: Theme.colours.liveMuted
                    wrapMode: root._small || root._oneRow ? Text.NoWrap : Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
            }
        }
        RowLayout {
            id: ends
            anchors.right: parent.right
            anchors.rightMargin: root._side
            anchors.verticalCenter: parent.verticalCenter
            spacing: root._small ? 0 : Theme.space12
            SavePill {
                id: pill
                objectName: "pill"
                overLive: true
                bare: root._small && Theme.bigText || !root._oneRow && root.width < Math.max(title.implicitWidth, detail.implicitWidth) + pill.briefWidth + root._others
                compact: root._small || root.frame.width < 1400 || Theme.bigText
                saveState: root.sharing.state
                count: root.sharing.state === Sharing.Decide ? root.sharing.toDecide : root.sharing.toShare
                focusPolicy: Qt.TabFocus
                onClicked: root.sharingAsked()
            }
            Btn {
                id: finish
                objectName: "finish"
                visible: !root._small && !root.over
                kind: Btn.OnLive
                text: qsTr("Finish")
                focusPolicy: Qt.TabFocus
                onClicked: root.finishAsked()
            }
            IconBtn {
                objectName: "help"
                visible: root._small
                name: qsTr("Help")
                symbol: "help"
                tint: Theme.colours.liveInk
                hoverEnabled: false
                onClicked: root.helpAsked()
            }
            IconBtn {
                objectName: "stripHide"
                visible: root._small && Theme.bigText
                name: qsTr("Hide")
                symbol: "eye-off"
                tint: Theme.colours.liveInk
                hoverEnabled: false
                onClicked: root.hideAsked()
            }
            IconBtn {
                objectName: "stripLock"
                visible: root._small && Theme.bigText
                name: qsTr("Lock")
                symbol: "lock"
                tint: Theme.colours.liveInk
                hoverEnabled: false
                onClicked: root.lockAsked()
            }
        }
    }
    Item {
        id: switching
        readonly property real leftEdge: Math.max(root._leastWords + root.frame.gutter,
            Math.min(root._middle, root.width - ends.width - 2 * root.frame.gutter - tables.natural - label.implicitWidth))
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root._oneRow ? switching.leftEdge : root._small ? Theme.space12 + 2 : root.frame.gutter
        anchors.rightMargin: root._oneRow ? 0 : root._side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root._oneRow ? (root.height - height) / 2 : root._small ? Theme.space8 + 2 : Theme.space8 + 2
        height: Math.max(tables.height, lock.visible ? lock.height : 0)

        Txt {
            id: label
            visible: !root._small
            anchors.left: parent.left
            anchors.verticalCenter: tables.verticalCenter
            text: qsTr("Table")
            textStyle: Theme.smallStrong
            color: Theme.colours.liveMuted
            wrapMode: Text.NoWrap
            silent: true
        }
        TableSwitch {
            id: tables
            anchors.left: label.visible ? label.right : parent.left
            anchors.leftMargin: label.visible ? Theme.space8 : 0
            anchors.right: hide.visible ? hide.left : parent.right
            anchors.bottom: parent.bottom
            narrow: root._small
            tables: root.capture.tables
            table: root.capture.table
            onChosen: table => root.capture.chooseTable(table)
        }
        IconBtn {
            id: hide
            objectName: "hide"
            focusPolicy: Qt.TabFocus // a tap leaves the focus where somebody is writing
            visible: lock.visible
            anchors.right: lock.left
            anchors.bottom: parent.bottom
            name: qsTr("Hide")
            symbol: "eye-off"
            tint: Theme.colours.liveInk
            hoverEnabled: false
            onClicked: root.hideAsked()
        }
        IconBtn {
            id: lock
            objectName: "lock"
            visible: root._small && !Theme.bigText
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            name: qsTr("Lock")
            symbol: "lock"
            tint: Theme.colours.liveInk
            hoverEnabled: false
            onClicked: root.lockAsked()
        }
    }
}
