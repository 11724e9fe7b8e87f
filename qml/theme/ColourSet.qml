// The colours of one theme, by what they are for (ux.md 4.1). Every pair that meets on a screen is checked by
// tests/qml/tst_contrast.cpp. Ink is what is written on the colour before it.
import QtQuick

QtObject {
    required property color canvas       // the page
    required property color surface      // cards and fields
    required property color sunken       // wells, tracks
    required property color nav          // rail and sidebar
    required property color selected     // a chosen row
    required property color text
    required property color muted        // hints and captions
    required property color hairline     // dividers that say nothing
    required property color outline      // borders of controls
    required property color primary      // the main action, chosen marks
    required property color primaryHover
    required property color primaryPress
    required property color primaryInk
    required property color link
    required property color accentInk    // on accentTone.solid
    required property color focus
    required property color live         // the live strip and the hero
    required property color liveInk
    required property color liveMuted
    required property color scrim        // over the page behind a sheet

    required property Tone primaryTone
    required property Tone accentTone
    required property Tone successTone
    required property Tone warningTone
    required property Tone dangerTone
    required property Tone infoTone
    required property Tone neutralTone
    required property list<Tone> categories // kinds, themes and tables, in the order of ux.md 4.1
}
