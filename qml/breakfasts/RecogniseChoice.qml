// Whether the words could give somebody away. Nobody has to know: it can stay open.
import QtQuick
import OurTable.Controls
import OurTable.Theme

Column {
    id: root

    required property string answer // "yes", "no"; empty: nobody was asked yet

    signal chosen(answer: string)

    spacing: Theme.space8
    Txt {
        width: root.width
        text: qsTr("Could somebody be recognised by these words?")
        textStyle: Theme.strong
    }
    Segmented {
        objectName: "recognised"
        width: root.width
        name: qsTr("Could somebody be recognised by these words?")
        current: root.answer === "no" ? 1 : root.answer === "yes" ? 2 : 0
        onChosen: index => root.chosen(index === 1 ? "no" : index === 2 ? "yes" : "")
        options: [
            SegmentOption { text: qsTr("Not sure") },
            SegmentOption { text: qsTr("No") },
            SegmentOption { text: qsTr("Yes") }
        ]
    }
}
