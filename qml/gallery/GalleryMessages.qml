import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

GalleryPart {
    caption: "Messages"

    Banner { tone: Theme.colours.successTone; symbol: "ticks"; title: "Shared with the hub"; text: "48 notes. Nothing else to do."; Layout.fillWidth: true }
    Banner {
        tone: Theme.colours.warningTone
        symbol: "merge"
        title: "1 thing to decide"
        text: "Both versions are kept until you choose."
        Layout.fillWidth: true
        Btn { kind: Btn.Secondary; text: "Decide" }
    }
    Banner { text: "Locking in 1 minute. What you typed is kept."; Layout.fillWidth: true }
    ErrorSummary {
        faults: [Fault { text: "Choose if it is OK to write this down" }]
        Layout.fillWidth: true
    }
    EmptyState {
        text: "Nothing written yet. The first note will show here."
        symbol: "speech-you"
        Layout.fillWidth: true
        Btn { kind: Btn.Secondary; text: "Write a note"; Layout.alignment: Qt.AlignHCenter }
    }
    NoteCard {
        text: "The bus stops at six, so I miss the evening group."
        table: 2
        kind: "In the way"
        kindSymbol: "barrier"
        kindTone: Theme.colours.categories[1]
        themes: ["Transport", "Evenings"]
        time: "9:02"
        isNew: true
        Layout.fillWidth: true
    }
    NoteCard {
        text: "Could somebody who has done it show me the form?"
        table: 4
        kind: "Question"
        kindSymbol: "question"
        kindTone: Theme.colours.categories[2]
        time: "8:56"
        voice: "Lived experience"
        shared: true
        Layout.fillWidth: true
    }
}
