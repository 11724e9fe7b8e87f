// Numbers over time, { text, value }, from zero; what happened as events, { at, text }.
import QtQuick
import OurTable.Charts

Chart {
    kind: ChartPicture.Line
    fewest: 2
    fewWords: qsTr("Add at least two months of numbers to see a trend.")
    textHead: qsTr("When")
}
