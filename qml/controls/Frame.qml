// What the window gives a page: its width class (ux.md 6.2) and whether it is low. Sizes in dp.
import QtQuick
import OurTable.Theme

QtObject {
    enum Width { Compact, Medium, Expanded, Large }

    property real width: 1280
    property real height: 800
    property real keyboard: 0          // how much of the height the system's keyboard covers; a page never lies under it
    readonly property int widthClass: width < 600 ? Frame.Compact : width < 840 ? Frame.Medium : width < 1240 ? Frame.Expanded : Frame.Large
    readonly property bool compact: widthClass === Frame.Compact
    readonly property bool wide: widthClass >= Frame.Expanded    // two panes
    readonly property bool desktop: widthClass === Frame.Large && !Theme.touch
    readonly property bool low: height < 480                     // a phone on its side
    readonly property int gutter: compact ? Theme.space16 : widthClass === Frame.Medium ? Theme.space24 : Theme.space32
}
