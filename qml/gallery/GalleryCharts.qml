import QtQuick
import QtQuick.Layouts
import OurTable.Charts
import OurTable.Controls
import OurTable.Theme

GalleryPart {
    id: root

    caption: "Charts: loaded, as a table, too few to show"
    Layout.maximumWidth: -1

    Card {
        Layout.fillWidth: true
        LineChart {
            objectName: "line"
            anchors.fill: parent
            title: "Referrals to hospital-based care are falling"
            summary: "There were 212 in January and 148 in June. That is 64 fewer, or about 3 in every 10."
            values: [{ text: "Jan", value: 212 }, { text: "Feb", value: 205 }, { text: "Mar", value: 188 }, { text: "Apr", value: 176 },
                { text: "May", value: 161 }, { text: "Jun", value: 148 }]
            events: [{ at: 2, text: "Peer support team starts" }]
        }
    }
    GridLayout {
        columns: root.width < 900 ? 1 : 2
        columnSpacing: Theme.space20
        rowSpacing: Theme.space20
        Card {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            BarList {
                objectName: "bars"
                anchors.fill: parent
                title: "Peer support came up most"
                values: [{ text: "Peer support", value: 46 }, { text: "Crisis care", value: 38 }, { text: "Waiting times", value: 33 },
                    { text: "Something with a name that is much longer than there is room for", value: 27 }, { text: "Plain English", value: 19 }]
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            StackBar {
                objectName: "stack"
                anchors.fill: parent
                title: "Most ideas are about how a service works"
                summary: "119 of 231 ideas."
                values: [{ text: "One person's care", value: 52 }, { text: "A service", value: 119 }, { text: "Big decisions", value: 41 },
                    { text: "Not sure", value: 12 }, { text: "Somewhere else", value: 7 }]
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            BarList {
                anchors.fill: parent
                title: "Younger people are missing"
                summary: "184 people. 61 chose to answer. Groups smaller than 5 are not shown."
                barColour: Theme.colours.categories[2].solid
                markWords: "Share of people living in Lambeth"
                values: [{ text: "Under 25", tooFew: true, words: "Too few to show", mark: 12 }, { text: "25 to 44", value: 34, words: "34%", mark: 37 },
                    { text: "45 to 64", value: 44, words: "44%", mark: 33 }, { text: "65 and over", value: 21, words: "21%", mark: 17 }]
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            LineChart {
                objectName: "few"
                anchors.fill: parent
                title: "Not clearly up or down yet"
                values: [{ text: "Jan", value: 212 }]
            }
        }
    }
    Card {
        Layout.fillWidth: true
        TimelinePath {
            objectName: "path"
            anchors.fill: parent
            title: "From them and us to we"
            summary: "We are between designing together and deciding together."
            values: [{ text: "Asking for opinions", detail: "Surveys and comment cards", state: "Happening now", reach: "done" },
                { text: "Talking it through", detail: "Open breakfasts, every month", state: "Happening now", reach: "done" },
                { text: "Designing together", detail: "Plain-English letters, waiting room", state: "Under way", reach: "now" },
                { text: "Deciding together", detail: "Pairs of lay partners on 4 workstreams", state: "Starting", reach: "now" },
                { text: "Running it together", detail: "Peer-led crisis café", state: "Planned", reach: "later" }]
        }
    }
    Card {
        Layout.fillWidth: true
        StackBar {
            anchors.fill: parent
            title: "Half of the promises are kept"
            asTable: true
            valueHead: "Promises"
            values: [{ text: "Kept", value: 27 }, { text: "On track", value: 9 }, { text: "Needs help", value: 5 }]
        }
    }
}
