// The one place for colours, sizes and movement (ux.md 4), and the only singleton. What a person chose comes in through
// the properties of the first block, which the shell binds to the session; all else follows from them.
pragma Singleton
import QtQuick
import "fonts.js" as Fonts

QtObject {
    id: root

    enum Mode { Light, Dark, Contrast }

    property int mode: Theme.Light
    property real textScale: 1            // one of textScales
    property bool touch: true             // touch density, or pointer
    property bool phone: false            // too small for a tablet
    property bool lessMovement: false
    property bool moreLineSpace: false
    property bool moreLetterSpace: false
    property string family: families.length > 0 ? families[0] : "sans-serif"

    // Clear, plain, and for learning to read (ux.md 4.2); what they lack the system's fallback has (Noto).
    readonly property var families: Fonts.here(["Atkinson Hyperlegible Next", "Inter", "Andika"], Qt.fontFamilies())
    readonly property list<real> textScales: [0.9, 1, 1.15, 1.3, 1.5, 1.75, 2]
    readonly property bool isLight: mode === Theme.Light
    readonly property bool isContrast: mode === Theme.Contrast
    readonly property bool rightToLeft: Application.layoutDirection === Qt.RightToLeft
    readonly property bool tablet: touch && !phone // what texts call "this tablet"; all else is "this device"
    readonly property bool bigText: textScale > 1.3
    readonly property ColourSet colours: mode === Theme.Dark ? dark : mode === Theme.Contrast ? contrast : light

    readonly property TextStyle display: TextStyle { size: 34; weight: Font.DemiBold; growth: 0.5; letterSpacing: -0.4 }
    readonly property TextStyle stat: TextStyle { size: 40; weight: Font.DemiBold; growth: 0.5; letterSpacing: -0.6 }
    readonly property TextStyle h1: TextStyle { size: 27; weight: Font.DemiBold; growth: 0.6; letterSpacing: -0.2 }
    readonly property TextStyle h2: TextStyle { size: 21; weight: Font.DemiBold; growth: 0.8 }
    readonly property TextStyle h3: TextStyle { size: 18; weight: Font.DemiBold }
    readonly property TextStyle lead: TextStyle { size: 20; growth: 0.8; reading: true }
    readonly property TextStyle body: TextStyle { size: root.touch ? 17 : 15.5; reading: true }
    readonly property TextStyle strong: TextStyle { size: root.touch ? 17 : 15.5; weight: Font.DemiBold }
    readonly property TextStyle label: TextStyle { size: root.touch ? 16 : 15; weight: Font.Medium }
    readonly property TextStyle small: TextStyle { size: root.touch ? 15 : 14; letterSpacing: 0.1; reading: true }
    readonly property TextStyle smallStrong: TextStyle { size: root.touch ? 15 : 14; weight: Font.DemiBold; letterSpacing: 0.1 }
    readonly property TextStyle caption: TextStyle { size: 13.5; weight: Font.Medium; letterSpacing: 0.15 }

    readonly property int space4: 4
    readonly property int space8: 8
    readonly property int space12: 12
    readonly property int space16: 16
    readonly property int space20: 20
    readonly property int space24: 24
    readonly property int space32: 32
    readonly property int space40: 40
    readonly property int space56: 56

    readonly property int radiusTag: 6
    readonly property int radiusControl: 10
    readonly property int radiusChoice: 12
    readonly property int radiusNote: 14
    readonly property int radiusCard: 16

    readonly property int target: touch ? 48 : 36   // the least that a finger or a pointer is given
    readonly property int control: Math.round((touch ? 52 : 40) * Math.max(1, 1 + (textScale - 1) * 0.5))
    readonly property int stepper: touch ? 56 : 40
    readonly property int border: isContrast ? 2 : 1
    readonly property int focusWidth: 3
    readonly property int focusGap: 2

    readonly property int fast: lessMovement ? 0 : 120     // milliseconds
    readonly property int medium: lessMovement ? 0 : 200

    // What lies on the live strip without hiding it.
    readonly property color overLiveFill: isContrast ? colours.live : Qt.rgba(1, 1, 1, 0.12)
    readonly property color overLiveLine: isContrast ? colours.liveInk : Qt.rgba(1, 1, 1, 0.35)

    readonly property ColourSet light: LightColours {}
    readonly property ColourSet dark: DarkColours {}
    readonly property ColourSet contrast: ContrastColours {}

    function textPixels(style: TextStyle): int {
        return Math.round(style.size * (1 + (root.textScale - 1) * style.growth))
    }

    // Icons grow by 70 % of what the words beside them grow by.
    function iconPixels(size: real): int {
        return Math.round(size * (root.textScale > 1 ? 1 + (root.textScale - 1) * 0.7 : 1))
    }
}
