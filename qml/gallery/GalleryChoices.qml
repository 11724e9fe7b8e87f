import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

GalleryPart {
    caption: "Choices"

    Flow {
        spacing: Theme.space12
        Layout.fillWidth: true
        ChoiceChip { text: "Housing" }
        ChoiceChip { text: "Peer support"; checked: true }
        ChoiceChip { text: "More"; symbol: "plus" }
    }
    Segmented {
        id: view
        name: "View"
        options: [SegmentOption { text: "Board"; symbol: "board" }, SegmentOption { text: "Table"; symbol: "table" }]
        onChosen: index => view.current = index
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        KindTile { text: "Idea"; symbol: "bulb"; tone: Theme.colours.categories[7]; checked: true; Layout.fillWidth: true; Layout.preferredWidth: 1 }
        KindTile { text: "In the way"; symbol: "barrier"; tone: Theme.colours.categories[1]; Layout.fillWidth: true; Layout.preferredWidth: 1 }
        KindTile { text: "Promise"; symbol: "pledge"; tone: Theme.colours.categories[0]; Layout.fillWidth: true; Layout.preferredWidth: 1 }
    }
    RadioCard { text: "Yes, and share with my team"; hint: "The people who help me can see it"; symbol: "people"; Layout.fillWidth: true }
    CheckCard { text: "Somewhere to live"; symbol: "house"; checked: true; Layout.fillWidth: true }
    CheckCard { text: "Health appointments"; symbol: "health"; wrong: true; Layout.fillWidth: true }
    Check { text: "OK to share these words, without a name"; checked: true; Layout.fillWidth: true }
    Radio { text: "Ask again another day"; Layout.fillWidth: true }
    Toggle { text: "Less movement"; hint: "Nothing slides or fades"; checked: true; Layout.fillWidth: true }
    NumberStep {
        id: step
        name: "How it is going"
        unit: "out of 10"
        value: 3
        lowWords: "Very hard"
        highWords: "Very well"
        onChanged: value => step.value = value
        Layout.fillWidth: true
    }
}
