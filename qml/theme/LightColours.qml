// The light theme. Values of ux.md 4.1.
import QtQuick

ColourSet {
    canvas: "#f7f5f0"
    surface: "#ffffff"
    sunken: "#efece4"
    nav: "#f0ede5"
    selected: "#ecf4f2"
    text: "#1a2526"
    muted: "#4f5c5b"
    hairline: "#dfdace"
    outline: "#77827f"
    primary: "#0f5c57"
    primaryHover: "#0b4a46"
    primaryPress: "#083b38"
    primaryInk: "#ffffff"
    link: "#0f5c57"
    accentInk: "#3a2600"
    focus: "#1a5fd0"
    live: "#123f3d"
    liveInk: "#ffffff"
    liveMuted: "#c6ddd9"
    scrim: "#80101818"
    successTone: Tone { solid: "#1b7340"; soft: "#dff1e3"; ink: "#13552d" }
    warningTone: Tone { solid: "#8a5200"; soft: "#fceed6"; ink: "#6e4100" }
    dangerTone: Tone { solid: "#b02a20"; soft: "#fbe6e3"; ink: "#8c1d15" }
    infoTone: Tone { solid: "#1d5c9e"; soft: "#e2edf8"; ink: "#164a80" }
    accentTone: Tone { solid: "#f0b23c"; soft: "#fbeed2"; ink: "#6a4300" }
    primaryTone: Tone { solid: "#0f5c57"; soft: "#dbebe7"; ink: "#0b4642" }
    neutralTone: Tone { solid: "#77827f"; soft: "#efece4"; ink: "#4f5c5b" }
    categories: [
        Tone { solid: "#0f766e"; soft: "#dcefec"; ink: "#0a524c" },
        Tone { solid: "#b4560f"; soft: "#fbe8da"; ink: "#7e3a06" },
        Tone { solid: "#3c62b8"; soft: "#e3eaf8"; ink: "#284788" },
        Tone { solid: "#8e3f86"; soft: "#f3e3f1"; ink: "#6a2c64" },
        Tone { solid: "#5e7a12"; soft: "#eaf1d6"; ink: "#425708" },
        Tone { solid: "#b03a5b"; soft: "#fae2e9"; ink: "#86273f" },
        Tone { solid: "#4a5a86"; soft: "#e5e8f2"; ink: "#374570" },
        Tone { solid: "#8a6410"; soft: "#f7ecd3"; ink: "#614507" }
    ]
}
