// Where the words are, always in words: one tick on this device, two shared with the hub; a warning while the device does not
// take them. Opens Saving and sharing.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import OurTable.Theme
import "words.js" as Words

T.Button {
    id: root

    enum State { Saved, Sharing, Shared, Decide, NeedsHelp, NotKept }

    property int saveState: SavePill.Saved
    property int count: 0         // waiting to be shared, or to be decided
    property bool compact: false    // a short word
    property bool bare: false       // the sign alone, where even that has no room
    property bool overLive: false   // on the live strip

    readonly property bool _notKept: root.saveState === SavePill.NotKept
    readonly property Tone _tone: root.saveState === SavePill.Decide || root.saveState === SavePill.NeedsHelp || root._notKept ? Theme.colours.warningTone
        : root.saveState === SavePill.Shared ? Theme.colours.successTone : Theme.colours.primaryTone
    readonly property color _ink: root.overLive ? Theme.colours.liveInk : root._tone.ink
    readonly property string _where: Theme.tablet ? qsTr("Saved on this tablet") : qsTr("Saved on this device")
    readonly property string _waiting: root.saveState === SavePill.Saved && root.count > 0 ? qsTr("%n to share", "notes and other things", root.count) : ""
    readonly property string _unsaved: Theme.tablet ? qsTr("Not saved on this tablet yet") : qsTr("Not saved on this device yet")
    readonly property string _full: root._notKept ? root._unsaved
        : root.saveState === SavePill.Sharing ? qsTr("Sharing…")
        : root.saveState === SavePill.Shared ? qsTr("All shared with hub")
        : root.saveState === SavePill.Decide ? qsTr("%n things to decide", "", root.count)
        : root.saveState === SavePill.NeedsHelp ? qsTr("Needs help to share") : root._where
    readonly property string _brief: root._notKept ? qsTr("Not saved")
        : root.saveState === SavePill.Sharing ? root._full
        : root.saveState === SavePill.Shared ? qsTr("Shared")
        : root.saveState === SavePill.Decide ? qsTr("%n to decide", "", root.count)
        : root.saveState === SavePill.NeedsHelp ? qsTr("Needs help") : qsTr("Saved")
    readonly property real briefWidth: Math.ceil(brief.width) + Theme.iconPixels(20) + Theme.space32 + 2 // with a short word, shown or not

    TextMetrics {
        id: brief
        text: root._brief
        font.family: Theme.family
        font.pixelSize: Theme.textPixels(Theme.smallStrong)
        font.weight: Theme.smallStrong.weight
        font.letterSpacing: Theme.smallStrong.letterSpacing + (Theme.moreLetterSpace ? 0.12 * Theme.textPixels(Theme.smallStrong) : 0)
    }

    text: root.compact ? root._brief : root._full
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    leftPadding: Theme.space4 // and the fillers
    rightPadding: Theme.space4
    implicitHeight: Math.max(Theme.touch ? 48 : 34, implicitContentHeight + Theme.space8)
    hoverEnabled: !Theme.touch
    Accessible.name: Words.spoken([root.bare ? root._full : root.text, root._waiting])
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    topInset: Theme.touch ? 2 : 0 // looks 44 high, answers to a finger on 48
    bottomInset: topInset
    background: Rectangle {
        radius: height / 2
        color: root.overLive ? Theme.overLiveFill : root._tone.soft
        border.width: Theme.isContrast ? Theme.border : 0
        border.color: root._ink
        FocusRing {
            shown: root.visualFocus
            corner: parent.height / 2
        }
    }
    contentItem: RowLayout {
        spacing: root.bare ? 0 : Theme.space8
        Item { Layout.fillWidth: true }
        Icon {
            symbol: root._notKept ? "alert" : root.saveState === SavePill.Shared ? "ticks" : root.saveState === SavePill.Decide ? "merge" : root.saveState === SavePill.NeedsHelp ? "help" : "tablet-tick"
            colour: root._ink
            size: 20
        }
        Txt {
            visible: !root.bare
            text: root.text
            textStyle: Theme.smallStrong
            color: root._ink
            silent: true
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Rectangle {
            visible: root._waiting !== "" && !root.compact && !root.bare
            implicitWidth: 1
            implicitHeight: 18
            color: root._ink
            opacity: 0.35
        }
        Txt {
            text: root._waiting
            visible: root._waiting !== "" && !root.compact && !root.bare
            textStyle: Theme.small
            color: root._ink
            silent: true
        }
        Item { Layout.fillWidth: true }
    }
}
