// Words. The only way to show text: plain, in one of the theme's styles, and in the accessible tree (ux.md 10.3).
import QtQuick
import OurTable.Theme

Text {
    id: root

    property TextStyle textStyle: Theme.body
    property bool heading: false
    property bool silent: false // part of a control that says it as its own name
    property bool asTyped: false // a code: the font may not draw the x of 6x7 as a sign of its own

    font.family: Theme.family
    font.preferShaping: !root.asTyped
    font.pixelSize: Theme.textPixels(root.textStyle)
    font.weight: root.textStyle.weight
    font.letterSpacing: root.textStyle.letterSpacing + (Theme.moreLetterSpace ? 0.12 * Theme.textPixels(root.textStyle) : 0)
    lineHeight: (root.textStyle.reading ? 1.1 : 1) * (Theme.moreLineSpace ? 1.35 : 1)
    color: Theme.colours.text
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft // said, so that it mirrors
    textFormat: Text.PlainText
    Accessible.role: root.heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: root.text
    Accessible.ignored: root.silent || root.text === ""
}
