// The round table, with chairs that are all equal, and what this is for.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Rectangle {
    id: root

    readonly property int _table: 230

    color: Theme.colours.live
    Divider {
        visible: Theme.isContrast
        vertical: true
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space56
        spacing: Theme.space8
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Item {
                anchors.centerIn: parent
                visible: parent.height >= root._table
                implicitWidth: root._table
                implicitHeight: root._table
                Rectangle {
                    anchors.centerIn: parent
                    implicitWidth: 132
                    implicitHeight: 132
                    radius: 66
                    color: "transparent"
                    border.width: 8
                    border.color: Theme.isContrast ? Theme.colours.liveInk : Theme.colours.accentTone.solid
                }
                Repeater {
                    model: 8
                    Item {
                        id: seat
                        required property int index
                        anchors.fill: parent
                        rotation: seat.index * 45
                        Rectangle {
                            anchors.top: parent.top
                            anchors.horizontalCenter: parent.horizontalCenter
                            implicitWidth: 34
                            implicitHeight: 34
                            radius: 17
                            color: seat.index % 2 ? Theme.colours.liveMuted : Theme.colours.liveInk
                        }
                    }
                }
            }
        }
        Txt {
            text: qsTr("Our Table")
            textStyle: Theme.display
            color: Theme.colours.liveInk
            Layout.fillWidth: true
        }
        Txt {
            text: qsTr("A place to write down what people say, and what we promise to do about it.")
            textStyle: Theme.lead
            color: Theme.colours.liveMuted
            Layout.fillWidth: true
        }
    }
}
