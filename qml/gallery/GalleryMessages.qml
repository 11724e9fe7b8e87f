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
}
