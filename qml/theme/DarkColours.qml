// For evening and light-sensitive eyes: no pure white text, no pure black surface. Values of ux.md 4.1.
import QtQuick

ColourSet {
    canvas: "#111716"
    surface: "#1a2221"
    sunken: "#0c1110"
    nav: "#141b1a"
    selected: "#172927"
    text: "#e9eeeb"
    muted: "#aab7b3"
    hairline: "#2c3836"
    outline: "#7e8d89"
    primary: "#76cbbf"
    primaryHover: "#8fd8cd"
    primaryPress: "#a8e4db"
    primaryInk: "#05302c"
    link: "#8fd8cd"
    accentInk: "#332200"
    focus: "#8fbbff"
    live: "#0e2b29"
    liveInk: "#eaf5f2"
    liveMuted: "#a9cbc5"
    scrim: "#80000000"
    successTone: Tone { solid: "#7fd198"; soft: "#173323"; ink: "#a9e6bb" }
    warningTone: Tone { solid: "#f0bd6c"; soft: "#3b2d14"; ink: "#f8d79e" }
    dangerTone: Tone { solid: "#ff9c90"; soft: "#45201c"; ink: "#ffc3bb" }
    infoTone: Tone { solid: "#92bdf5"; soft: "#1a2d44"; ink: "#bdd8fa" }
    accentTone: Tone { solid: "#f2bc57"; soft: "#3d3018"; ink: "#f8d898" }
    primaryTone: Tone { solid: "#76cbbf"; soft: "#1c3a37"; ink: "#abe6dd" }
    neutralTone: Tone { solid: "#7e8d89"; soft: "#0c1110"; ink: "#aab7b3" }
    categories: [
        Tone { solid: "#4fbfb1"; soft: "#17332f"; ink: "#9fe2d8" },
        Tone { solid: "#ee9e63"; soft: "#3a2818"; ink: "#f8c9a4" },
        Tone { solid: "#8faef0"; soft: "#212c47"; ink: "#c4d5f9" },
        Tone { solid: "#d79bd0"; soft: "#392538"; ink: "#ebc9e7" },
        Tone { solid: "#a9c75a"; soft: "#2a3315"; ink: "#d3e59c" },
        Tone { solid: "#f092ab"; soft: "#3f2129"; ink: "#f9c5d2" },
        Tone { solid: "#a7b4da"; soft: "#272d40"; ink: "#cfd7ee" },
        Tone { solid: "#ddb55f"; soft: "#372e17"; ink: "#f0d79f" }
    ]
}
