import QtQuick
import QtQuick.Layouts
import OurTable.Controls

GalleryPart {
    caption: "Text: rest, filled, error, read-only, several lines"

    Field { objectName: "organisation"; label: "Name of the organisation"; hint: "For example, Brixton Advice Hub"; Layout.fillWidth: true }
    Field { label: "Phone number"; text: "020 7946 0123"; Layout.fillWidth: true }
    Field { label: "When should we call?"; text: "30 May"; error: "Choose a day that is today or later"; Layout.fillWidth: true }
    Field { label: "Programme"; text: "Living Well Lambeth"; readOnly: true; Layout.fillWidth: true }
    TextBox { objectName: "words"; label: "What did someone say?"; text: "The bus stops at six, so I miss the evening group."; Layout.fillWidth: true }
}
