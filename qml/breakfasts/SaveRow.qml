// What to do with the note: save it, and say whose voice it is; on a phone, save it and see the others.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Item {
    id: root

    required property Frame frame
    required property int notes
    required property bool promise
    property bool brief: false
    property bool inColumn: false // among other things, instead of below them
    property real above: 0

    signal saveAsked
    signal whoAsked
    signal feedAsked

    readonly property bool _wide: root.width - 2 * root._side > buttons.implicitWidth + promiseWords.implicitWidth + Theme.space40 && !root.brief

    readonly property real _side: root.inColumn ? 0 : root.frame.gutter

    implicitHeight: row.implicitHeight + (root.inColumn ? 0 : root.brief ? 2 * Theme.space12 : root.above + Theme.space16)

    Divider {
        visible: root.brief && !root.inColumn
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
    }
    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: root._side
        anchors.rightMargin: root._side
        anchors.topMargin: root.inColumn ? 0 : root.brief ? Theme.space12 : root.above
        spacing: Theme.space16
        GridLayout {
            id: buttons
            columns: root.width - 2 * root._side < save.implicitWidth + second.implicitWidth + Theme.space16 ? 1 : 2
            columnSpacing: root.brief ? Theme.space8 + 2 : Theme.space16 - 2
            rowSpacing: Theme.space8
            Layout.fillWidth: root.brief
            Btn {
                id: save
                objectName: "save"
                big: !root.inColumn
                symbol: "tick"
                text: root.brief && Theme.bigText ? qsTr("Save") : root.promise ? qsTr("Save promise") : qsTr("Save note")
                focusPolicy: Qt.TabFocus
                onClicked: root.saveAsked()
                Layout.fillWidth: root.brief
            }
            Btn {
                id: second
                objectName: root.brief ? "feedButton" : "who"
                visible: root.brief || !root.promise
                kind: Btn.Secondary
                big: !root.brief && !root.inColumn
                symbol: root.brief ? "" : "person"
                text: root.brief ? qsTr("%n notes", "", root.notes) : qsTr("Who said it")
                focusPolicy: Qt.TabFocus
                implicitHeight: save.implicitHeight
                onClicked: {
                    if (root.brief)
                        root.feedAsked()
                    else
                        root.whoAsked()
                }
                Layout.fillWidth: root.brief && buttons.columns === 1
                Layout.minimumWidth: root.brief ? 112 : -1
            }
        }
        Item {
            visible: !root.brief
            Layout.fillWidth: true
        }
        RowLayout {
            id: promiseWords
            visible: root._wide
            spacing: Theme.space8
            Icon {
                symbol: "nosharing"
                size: 20
                colour: Theme.colours.muted
            }
            Txt {
                text: qsTr("No names are kept\nunless someone asks")
                textStyle: Theme.small
                color: Theme.colours.muted
                wrapMode: Text.NoWrap
            }
        }
    }
}
