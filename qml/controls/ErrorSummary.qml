// What is wrong on the page, at its top: takes the focus when it appears, each line leads to its field.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme

FocusScope {
    id: root

    property list<Fault> faults

    implicitWidth: 320
    implicitHeight: visible ? column.implicitHeight + 2 * Theme.space16 : 0
    visible: root.faults.length > 0
    activeFocusOnTab: true
    onVisibleChanged: if (root.visible) root.forceActiveFocus()
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("There is a problem")

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusChoice
        color: Theme.colours.surface
        border.width: 3
        border.color: Theme.colours.dangerTone.solid
        FocusRing {
            shown: root.Window.activeFocusItem === root
            corner: Theme.radiusChoice
        }
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.space16
        spacing: Theme.space4
        RowLayout {
            spacing: Theme.space12
            Icon {
                symbol: "alert"
                colour: Theme.colours.dangerTone.solid
            }
            Txt {
                text: qsTr("There is a problem")
                textStyle: Theme.h3
                silent: true
                Layout.fillWidth: true
            }
        }
        ColumnLayout {
            spacing: 0
            Repeater {
                model: root.faults.length
                T.Button {
                    id: link
                    required property int index
                    text: root.faults[link.index].text
                    implicitWidth: implicitContentWidth
                    implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.space8)
                    Layout.fillWidth: true
                    onClicked: root.faults[link.index].field?.forceActiveFocus(Qt.TabFocusReason)
                    Accessible.name: link.text
                    Accessible.onPressAction: link.clicked()
                    Keys.onReturnPressed: link.clicked()
                    Keys.onEnterPressed: link.clicked()
                    background: Item { FocusRing { shown: link.visualFocus } }
                    contentItem: Txt {
                        text: link.text
                        textStyle: Theme.strong
                        font.underline: true
                        color: Theme.colours.dangerTone.solid
                        verticalAlignment: Text.AlignVCenter
                        silent: true
                    }
                }
            }
        }
    }
}
