// What a hidden screen shows. Part of Cover.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property Session session
    required property string time
    readonly property bool helping: help.status !== Loader.Null

    signal uncovered

    function forgetHelp() {
        help.setSource("")
    }

    implicitWidth: 320
    implicitHeight: 320
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Hidden")
    T.Button {
        objectName: "comeBack"
        anchors.fill: parent
        visible: !root.helping
        focus: true
        text: qsTr("Tap to come back")
        onClicked: root.uncovered()
        Accessible.name: text
        Accessible.onPressAction: root.uncovered()
        Keys.onReturnPressed: root.uncovered()
        Keys.onEnterPressed: root.uncovered()
        Keys.onEscapePressed: root.uncovered()
        bottomPadding: root.height < 480 ? getHelp.height + Theme.space40 : 0 // a phone on its side
        contentItem: ColumnLayout {
            spacing: Theme.space12
            Item { Layout.fillHeight: true }
            Txt {
                objectName: "coverTime"
                text: root.time
                font.pixelSize: Math.min(2 * Theme.textPixels(Theme.stat), 0.25 * root.height)
                font.weight: Font.DemiBold
                color: Theme.colours.liveInk
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
            Txt {
                text: qsTr("Tap to come back")
                textStyle: Theme.lead
                color: Theme.colours.liveMuted
                horizontalAlignment: Text.AlignHCenter
                silent: true
                Layout.fillWidth: true
            }
            Item { Layout.fillHeight: true }
        }
    }
    Btn {
        id: getHelp
        objectName: "coverHelp"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space32
        width: Math.min(implicitWidth, parent.width - 2 * Theme.space16)
        visible: !root.helping
        kind: Btn.OnLive
        symbol: "help"
        text: qsTr("Get help now")
        onClicked: help.setSource("../Help/HelpNow.qml", { session: root.session })
    }
    ColumnLayout {
        anchors.fill: parent
        visible: root.helping
        spacing: 0
        IconBtn {
            objectName: "coverBack"
            name: qsTr("Back")
            symbol: "back"
            tint: Theme.colours.text
            onClicked: help.setSource("")
            Layout.margins: Theme.space8
        }
        Loader {
            id: help
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
