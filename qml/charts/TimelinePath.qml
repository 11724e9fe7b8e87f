// Steps on a way, { text, detail, state, reach: "done", "now" or "later" }.
import QtQuick
import OurTable.Charts

Chart {
    kind: ChartPicture.Path
    textHead: qsTr("Step")
    valueHead: qsTr("What is happening")
    fewWords: qsTr("No steps are written down yet.")
}
