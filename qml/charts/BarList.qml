// Ranked numbers, { text, value, words, mark, tooFew }, the most first.
import QtQuick
import OurTable.Charts

Chart {
    kind: ChartPicture.Bars
}
