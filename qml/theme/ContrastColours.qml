// High contrast: black, white, yellow for what can be acted on, cyan for focus alone. No soft fills. Values of ux.md 4.1.
import QtQuick

ColourSet {
    canvas: "#000000"
    surface: "#000000"
    sunken: "#0d0d0d"
    nav: "#000000"
    selected: "#1a1a00"
    text: "#ffffff"
    muted: "#f0f0f0"
    hairline: "#ffffff"
    outline: "#ffffff"
    primary: "#ffe14d"
    primaryHover: "#ffeb85"
    primaryPress: "#fff3b8"
    primaryInk: "#000000"
    link: "#ffe14d"
    accentInk: "#000000"
    focus: "#00e5ff"
    live: "#000000"
    liveInk: "#ffffff"
    liveMuted: "#ffffff"
    scrim: "#80000000"
    successTone: Tone { solid: "#7cff9b"; soft: "#000000"; ink: "#7cff9b" }
    warningTone: Tone { solid: "#ffc766"; soft: "#000000"; ink: "#ffc766" }
    dangerTone: Tone { solid: "#ff9a8f"; soft: "#000000"; ink: "#ff9a8f" }
    infoTone: Tone { solid: "#8fd3ff"; soft: "#000000"; ink: "#8fd3ff" }
    accentTone: Tone { solid: "#ffe14d"; soft: "#000000"; ink: "#ffe14d" }
    primaryTone: Tone { solid: "#ffe14d"; soft: "#000000"; ink: "#ffe14d" }
    neutralTone: Tone { solid: "#ffffff"; soft: "#0d0d0d"; ink: "#f0f0f0" }
    categories: [
        Tone { solid: "#5ce1d0"; soft: "#000000"; ink: "#5ce1d0" },
        Tone { solid: "#ffb070"; soft: "#000000"; ink: "#ffb070" },
        Tone { solid: "#9dbbff"; soft: "#000000"; ink: "#9dbbff" },
        Tone { solid: "#f0a8e8"; soft: "#000000"; ink: "#f0a8e8" },
        Tone { solid: "#c3e85e"; soft: "#000000"; ink: "#c3e85e" },
        Tone { solid: "#ff9db6"; soft: "#000000"; ink: "#ff9db6" },
        Tone { solid: "#c3cfff"; soft: "#000000"; ink: "#c3cfff" },
        Tone { solid: "#ffd36b"; soft: "#000000"; ink: "#ffd36b" }
    ]
}
