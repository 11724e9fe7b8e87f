// A code as somebody types it elsewhere. Part of PeoplePage.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property LettingIn letting

    Accessible.name: qsTr("Code")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space8
        Txt {
            text: qsTr("Address")
            textStyle: Theme.small
            color: Theme.colours.muted
            Layout.fillWidth: true
        }
        Txt {
            objectName: "madeAddress"
            text: root.letting.address
            asTyped: true
            textStyle: Theme.h2
            Layout.fillWidth: true
        }
        Txt {
            text: qsTr("Code")
            textStyle: Theme.small
            color: Theme.colours.muted
            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
        }
        Txt {
            objectName: "madeCode"
            text: root.letting.code
            asTyped: true
            textStyle: Theme.h2
            Layout.fillWidth: true
        }
        Txt {
            text: qsTr("It works once, until %1. Show it only to them.").arg(root.letting.until)
            textStyle: Theme.small
            color: Theme.colours.muted
            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
        }
        Btn {
            objectName: "saveCode"
            kind: Btn.Secondary
            symbol: "download"
            text: qsTr("Save it as a file")
            onClicked: root.letting.save()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
        Txt {
            objectName: "savedFile"
            visible: root.letting.file !== ""
            text: qsTr("Saved: %1. Hand it over yourself, then remove it.").arg(root.letting.file)
            textStyle: Theme.small
            Layout.fillWidth: true
        }
    }
}
