// Words of which some are marked: underlined, bold and tinted, so that no colour alone says it. The only place that makes
// markup, and it makes all of it: whatever somebody wrote is escaped first and stays what it is (tests/qml/tst_difftxt.cpp).
import QtQuick
import OurTable.Theme
import "difftext.js" as DiffText

Txt {
    id: root

    property var parts: []        // of { text, marked }
    property Tone tone: Theme.colours.warningTone

    text: DiffText.markup(root.parts, { soft: Theme.isContrast ? Theme.colours.surface : root.tone.soft, ink: root.tone.ink })
    textFormat: Text.RichText
    Accessible.name: DiffText.spoken(root.parts, words => qsTr("different: %1").arg(words))
}
