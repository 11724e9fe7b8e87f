pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

GalleryPart {
    caption: "Data colours, in order, always with words or shapes too; icons on a 24 grid"
    Layout.maximumWidth: -1

    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        Repeater {
            model: 8
            TableBadge {
                required property int index
                number: index + 1
                chosen: true
                side: 38
            }
        }
        Repeater {
            model: 8
            TableBadge {
                required property int index
                number: index + 1
                side: 38
            }
        }
        Avatar { name: "Dami Okafor" }
        Avatar { name: "Ana"; tone: Theme.colours.categories[3] }
    }
    Flow {
        spacing: Theme.space16
        Layout.fillWidth: true
        Repeater {
            model: ["today", "cup", "people", "heart", "actions", "chart", "tick", "ticks", "tablet-tick", "hub", "share", "bulb", "need",
                    "resource", "barrier", "question", "pledge", "house", "money", "chat", "health", "work", "bus", "lock", "help", "settings",
                    "print", "search", "filter", "merge", "quote", "person-plus", "pair", "landmark", "building", "layers", "globe", "textsize",
                    "contrast", "mic", "undo", "edit", "eye-off", "back", "forward", "left", "right"]
            Icon {
                required property string modelData
                symbol: modelData
                size: 25
            }
        }
    }
}
