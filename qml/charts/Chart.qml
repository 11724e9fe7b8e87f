// A picture of numbers with what it shows as its heading, a sentence about it, and the same as a table. Base of LineChart, BarList,
// StackBar and TimelinePath.
import QtQuick
import QtQuick.Layouts
import OurTable.Charts
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property string title    // what was found: "Referrals to hospital-based care are falling"
    required property int kind        // of ChartPicture
    property var values: []           // as ChartPicture has them, with `words` where a number is shown in words
    property var events: []
    property string summary           // one or two sentences, with the numbers
    property string textHead: qsTr("What")
    property string valueHead: qsTr("How many")
    property string markWords
    property int fewest: 1            // values, for there to be a picture
    property string fewWords: qsTr("There are no numbers yet.")
    property color barColour: Theme.colours.primary
    property var seriesColours: Array.from(Theme.colours.categories).slice(0, 4).map(tone => tone.solid)
    property bool asTable: false

    readonly property bool _enough: root.values.length >= root.fewest

    spacing: Theme.space12

    GridLayout {
        id: top
        columns: root.width < 30 * Theme.textPixels(Theme.body) ? 1 : 2
        columnSpacing: Theme.space16
        rowSpacing: Theme.space8
        ColumnLayout {
            spacing: Theme.space4
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Txt {
                text: root.title
                textStyle: Theme.h2
                heading: true
                Layout.fillWidth: true
            }
            Txt {
                text: root.summary
                visible: root.summary !== ""
                color: Theme.colours.muted
                Layout.fillWidth: true
            }
        }
        Btn {
            objectName: "asTable"
            visible: root._enough
            kind: Btn.Quiet
            symbol: root.asTable ? "chart" : "table"
            text: root.asTable ? qsTr("Show as picture") : qsTr("Show as table")
            onClicked: root.asTable = !root.asTable
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.minimumWidth: top.columns === 2 ? implicitWidth : 0
            Layout.maximumWidth: Math.ceil(implicitWidth)
            Accessible.name: text + ". " + root.title
        }
    }
    EmptyState {
        visible: !root._enough
        symbol: "chart"
        text: root.fewWords
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.space12
    }
    ChartPicture {
        objectName: "picture"
        visible: root._enough && !root.asTable
        kind: root.kind
        values: root.values
        events: root.events
        markWords: root.markWords
        otherWords: qsTr("Others")
        look: ({
            family: Theme.family,
            pixels: Theme.textPixels(Theme.caption),
            strongPixels: Theme.textPixels(Theme.smallStrong),
            ink: Theme.colours.text,
            muted: Theme.colours.muted,
            line: Theme.isContrast ? Theme.colours.muted : Theme.colours.hairline,
            track: Theme.isContrast ? Theme.colours.muted : Theme.colours.hairline,
            surface: Theme.colours.surface,
            bar: root.barColour,
            soft: Theme.colours.sunken,
            series: root.seriesColours,
            rightToLeft: Theme.rightToLeft
        })
        Layout.fillWidth: true
        Accessible.role: Accessible.Chart
        Accessible.name: root.title + ". " + (root.summary !== "" ? root.summary : qsTr("Show as table reads the numbers."))
    }
    ChartTable {
        objectName: "numbers"
        visible: root._enough && root.asTable
        name: root.title
        textHead: root.textHead
        valueHead: root.valueHead
        markHead: root.markWords
        values: root.values
        events: root.events
        Layout.fillWidth: true
    }
}
