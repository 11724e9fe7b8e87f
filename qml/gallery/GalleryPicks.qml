import QtQuick
import QtQuick.Layouts
import OurTable.Controls

GalleryPart {
    id: root

    readonly property string _today: "2026-06-04"

    caption: "A person; a day and a time: likely ones, typed, from a calendar"

    PersonPick {
        id: person
        objectName: "nominee"
        label: "Who is it about?"
        hint: "Start with the first letters of the name"
        allowsNew: true
        newText: "Add someone new"
        model: ExamplePeople { id: people }
        onSearched: words => people.find(words)
        onNewAsked: words => person.error = "Not in the gallery: " + words
        Layout.fillWidth: true
    }
    PersonPick {
        objectName: "speaker"
        label: "Who said it?"
        optional: true
        key: "1"
        text: "Gloria Mensah"
        flag: "Large print"
        model: ExamplePeople {}
        Layout.fillWidth: true
    }

    DatePick {
        objectName: "callDay"
        label: "When should we call?"
        today: root._today
        value: "2026-06-11"
        likelyDays: [
            { text: "Next breakfast", date: "2026-06-18" },
            { text: "In 1 week", date: "2026-06-11" },
            { text: "In 1 month", date: "2026-07-04" }
        ]
        Layout.fillWidth: true
    }
    DatePick {
        objectName: "heldDay"
        label: "When was it?"
        hint: "The day of the breakfast"
        error: "Choose a day that is today or earlier"
        optional: true
        looksBack: true
        today: root._today
        Layout.fillWidth: true
    }
    MonthGrid {
        objectName: "month"
        words: DayWords {}
        today: root._today
        value: "2026-06-11"
        Layout.fillWidth: true
    }
    TimePick {
        objectName: "startTime"
        label: "When does it start?"
        value: "08:30"
        likelyTimes: [{ text: "As last time", time: "08:30" }, { text: "", time: "10:00" }, { text: "", time: "17:30" }]
        Layout.fillWidth: true
    }
}
