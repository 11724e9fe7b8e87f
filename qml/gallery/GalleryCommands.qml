import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

GalleryPart {
    caption: "Buttons: rest, disabled, kinds; save state; tags"

    Flow {
        spacing: Theme.space12
        Layout.fillWidth: true
        Btn { objectName: "primaryButton"; text: "Save note"; symbol: "tick"; width: Math.min(implicitWidth, parent.width) }
        Btn { text: "Save note"; enabled: false; width: Math.min(implicitWidth, parent.width) }
        Btn { text: "Sharing"; busy: true; width: Math.min(implicitWidth, parent.width) }
        Btn { kind: Btn.Secondary; text: "Who said it"; symbol: "person"; width: Math.min(implicitWidth, parent.width) }
        Btn { kind: Btn.Quiet; text: "Undo"; symbol: "undo"; width: Math.min(implicitWidth, parent.width) }
        Btn { kind: Btn.Danger; text: "Remove"; width: Math.min(implicitWidth, parent.width) }
        Btn { kind: Btn.Accent; text: "Start"; symbol: "edit"; width: Math.min(implicitWidth, parent.width) }
        Btn { text: "Start writing notes"; symbol: "edit"; big: true; width: Math.min(implicitWidth, parent.width) }
        IconBtn { name: "Help"; symbol: "help" }
        IconBtn { name: "Lock"; symbol: "lock" }
    }
    Rectangle {
        color: Theme.colours.live
        radius: Theme.radiusCard
        implicitHeight: liveRow.implicitHeight + 2 * Theme.space16
        Layout.fillWidth: true
        Flow {
            id: liveRow
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.space16
            spacing: Theme.space12
            Btn { kind: Btn.OnLive; text: "Tables"; symbol: "layers" }
            SavePill { overLive: true; count: 6; compact: true }
        }
    }
    Flow {
        spacing: Theme.space12
        Layout.fillWidth: true
        SavePill { count: 6; compact: Theme.bigText; width: Math.min(implicitWidth, parent.width) }
        SavePill { saveState: SavePill.Shared; width: Math.min(implicitWidth, parent.width) }
        SavePill { saveState: SavePill.Decide; count: 1; width: Math.min(implicitWidth, parent.width) }
        SavePill { saveState: SavePill.Sharing; width: Math.min(implicitWidth, parent.width) }
        SavePill { saveState: SavePill.NeedsHelp; width: Math.min(implicitWidth, parent.width) }
        SavePill { saveState: SavePill.NotKept; width: Math.min(implicitWidth, parent.width) }
    }
    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        Tag { text: "Neutral" }
        Tag { text: "On track"; tone: Theme.colours.successTone; symbol: "tick" }
        Tag { text: "Ask how it is going"; tone: Theme.colours.warningTone; symbol: "clock" }
        Tag { text: "Problem"; tone: Theme.colours.dangerTone; symbol: "alert" }
        Tag { text: "Large print"; tone: Theme.colours.infoTone; symbol: "textsize" }
    }
}
