// How a kind of thing looks wherever it is shown: "idea", "promise", "breakfast". What it does not know looks like something said.
import QtQuick
import OurTable.Theme
import "signs.js" as Signs

QtObject {
    id: root

    required property string code
    readonly property string symbol: Signs.symbolOf(root.code)
    readonly property Tone tone: Theme.colours.categories[Signs.colourOf(root.code)]
}
