// The versions of one record with equal chairs, and what can be done with them.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property VersionChoice choice
    property bool wide: true
    property int more: 0 // others that wait
    property bool mixing: false

    readonly property bool _open: root.choice.stage === VersionChoice.Open || root.choice.stage === VersionChoice.Saving
    property int _tallest: 0

    function _measure() {
        let tallest = 0
        for (let i = 0; root.wide && i < cards.count; ++i)
            tallest = Math.max(tallest, (cards.itemAt(i) as VersionCard)?.ownCellsHeight ?? 0)
        root._tallest = tallest
    }

    signal later
    signal nextAsked

    spacing: Theme.space20

    Connections {
        target: root.choice
        function onDecided() { root.mixing = false }
    }

    Banner {
        objectName: "difference"
        visible: root._open && root.choice.difference !== ""
        tone: Theme.colours.warningTone
        symbol: "info"
        title: root.choice.difference
        text: root.choice.versions.length > 2 ? qsTr("The differences are marked. Everything else is the same in all.")
            : qsTr("The differences are marked. Everything else is the same in both.")
        Layout.fillWidth: true
    }
    Banner {
        objectName: "versionsProblem"
        visible: root.choice.problem !== ""
        tone: Theme.colours.warningTone
        symbol: "alert"
        text: root.choice.problem
        Layout.fillWidth: true
    }
    Banner {
        objectName: "decided"
        visible: root.choice.stage === VersionChoice.Decided
        tone: Theme.colours.successTone
        symbol: "tick"
        title: qsTr("Saved")
        text: root.choice.outcome
        Layout.fillWidth: true
    }
    EmptyState {
        objectName: "versionsGone"
        visible: root.choice.stage === VersionChoice.Gone
        symbol: "ticks"
        text: qsTr("This is settled. There is nothing to decide here any more.")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space40
    }
    GridLayout {
        visible: root._open && !root.mixing
        columns: root.wide ? Math.min(2, Math.max(1, root.choice.versions.length)) : 1
        columnSpacing: Theme.space24
        rowSpacing: Theme.space20
        Layout.fillWidth: true
        Repeater {
            id: cards
            model: root.choice.versions.length
            VersionCard {
                id: card
                required property int index
                number: card.index
                version: root.choice.versions[card.index] ?? { name: "", title: "", where: "", keepText: "", cells: [] }
                mayKeep: root.choice.stage === VersionChoice.Open
                cellsHeight: root._tallest
                onOwnCellsHeightChanged: root._measure()
                onKept: root.choice.keep(card.index)
                Layout.fillWidth: true
                Layout.preferredWidth: 1 // the same for each
                Layout.alignment: Qt.AlignTop
            }
        }
    }
    MixFields {
        visible: root._open && root.mixing
        choice: root.choice
        onCancelled: root.mixing = false
        Layout.fillWidth: true
    }
    Flow {
        id: choices
        visible: root._open && !root.mixing
        spacing: Theme.space12
        Layout.fillWidth: true
        Btn {
            width: Math.min(implicitWidth, choices.width)
            objectName: "mix"
            kind: Btn.Secondary
            big: true
            symbol: "edit"
            text: qsTr("Mix the two")
            onClicked: root.mixing = true
        }
        Btn {
            width: Math.min(implicitWidth, choices.width)
            objectName: "keepApart"
            visible: root.choice.apartText !== ""
            kind: Btn.Secondary
            big: true
            symbol: "copy"
            text: root.choice.apartText
            onClicked: root.choice.keepApart()
        }
        Btn {
            width: Math.min(implicitWidth, choices.width)
            objectName: "decideLater"
            kind: Btn.Quiet
            big: true
            text: qsTr("Decide later")
            onClicked: root.later()
        }
    }
    Txt {
        visible: root._open
        text: root.choice.outcome
        color: Theme.colours.muted
        Layout.fillWidth: true
    }
    Flow {
        id: after
        visible: !root._open && root.choice.stage !== VersionChoice.Reading
        spacing: Theme.space12
        Layout.fillWidth: true
        Btn {
            width: Math.min(implicitWidth, after.width)
            objectName: "nextDecision"
            visible: root.more > 0
            text: qsTr("Look at the next one")
            onClicked: root.nextAsked()
        }
        Btn {
            width: Math.min(implicitWidth, after.width)
            objectName: "versionsDone"
            kind: root.more > 0 ? Btn.Secondary : Btn.Primary
            text: qsTr("Done")
            onClicked: root.later()
        }
        Btn {
            width: Math.min(implicitWidth, after.width)
            objectName: "chooseAgain"
            visible: root.choice.mayChooseAgain
            kind: Btn.Quiet
            symbol: "undo"
            text: qsTr("Choose again")
            onClicked: root.choice.chooseAgain()
        }
    }
}
