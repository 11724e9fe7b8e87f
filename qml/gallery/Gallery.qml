// Every control in every state, in the theme, text size and density that are set. A page for us: its words are examples and
// are not translated.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Rectangle {
    id: root

    property int mode: Theme.Light
    property real textScale: 1
    property bool touch: true

    color: Theme.colours.canvas
    LayoutMirroring.enabled: Theme.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding { target: Theme; property: "mode"; value: root.mode }
    Binding { target: Theme; property: "textScale"; value: root.textScale }
    Binding { target: Theme; property: "touch"; value: root.touch }

    Scroll {
        anchors.fill: parent
        contentHeight: page.implicitHeight + 2 * Theme.space32
        ColumnLayout {
            id: page
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: root.width < 600 ? Theme.space16 : Theme.space32
            spacing: Theme.space32

            RowLayout {
                spacing: Theme.space16
                Rectangle {
                    implicitWidth: 44
                    implicitHeight: 44
                    radius: Theme.radiusNote
                    color: Theme.colours.primary
                    Layout.alignment: Qt.AlignTop
                    Icon {
                        anchors.centerIn: parent
                        symbol: "seat"
                        size: 27
                        stroke: 2
                        colour: Theme.colours.primaryInk
                    }
                }
                Txt {
                    text: "Components and states"
                    textStyle: Theme.display
                    heading: true
                    Layout.fillWidth: true
                }
            }
            GridLayout {
                columns: root.width < 600 ? 1 : root.width < 1100 ? 2 : 3
                columnSpacing: Theme.space40
                rowSpacing: Theme.space32

                GalleryPart {
                    caption: "Type"
                    Repeater {
                        model: [["Display 34", Theme.display], ["Heading one 27", Theme.h1], ["Heading two 21", Theme.h2],
                                ["Heading three 18", Theme.h3], ["Lead 20 for reading aloud", Theme.lead], ["Body for most words", Theme.body],
                                ["Small for hints", Theme.small], ["Caption 13.5, never smaller", Theme.caption]]
                        Txt {
                            required property var modelData
                            text: modelData[0]
                            textStyle: modelData[1]
                            Layout.fillWidth: true
                        }
                    }
                }
                GalleryCommands {}
                GalleryChoices {}
                GalleryFields {}
                GalleryPicks {}
                GalleryPlaces {}
                GalleryMessages {}
            }
            GalleryBoard {}
            GalleryCharts {}
            GallerySigns {}
        }
    }
}
