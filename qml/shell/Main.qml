// The window: signing in, or the shell, or the cover that hides both. What a person finds comfortable becomes the theme here.
import QtQuick
import OurTable.Bridge
import OurTable.Theme

Window {
    id: root

    required property Session session
    required property Density density
    readonly property Shell shell: content.item as Shell
    readonly property bool signedIn: root.session.stage === Session.SignedIn

    property Item _before // had the focus until the screen was hidden

    function _load() {
        if (root.signedIn)
            content.setSource("Shell.qml", { session: root.session, density: root.density, autoLock: autoLock })
        else
            content.setSource("../Entry/EntryPage.qml", { session: root.session })
    }

    onSignedInChanged: root._load()
    onClosing: close => close.accepted = ending.mayGo()

    onActiveFocusItemChanged: {
        if (!root.session.hidden && root.activeFocusItem && root.activeFocusItem !== root.contentItem)
            root._before = root.activeFocusItem
    }

    title: qsTr("Our Table") // never a name: it stands in the task switcher
    color: Theme.colours.canvas
    minimumWidth: 320
    minimumHeight: 320
    LayoutMirroring.enabled: Theme.rightToLeft
    LayoutMirroring.childrenInherit: true

    Component.onCompleted: {
        Theme.touch = root.density.touch
        root._load()
        root.session.start()
    }

    Binding { target: Theme; property: "mode"; value: root.session.comfort.mode }
    Binding { target: Theme; property: "textScale"; value: root.session.comfort.textScale }
    Binding { target: Theme; property: "lessMovement"; value: root.session.comfort.lessMovement }
    Binding { target: Theme; property: "moreLineSpace"; value: root.session.comfort.moreLineSpace }
    Binding { target: Theme; property: "moreLetterSpace"; value: root.session.comfort.moreLetterSpace }
    Binding {
        target: Theme
        property: "family"
        value: root.session.comfort.family
        when: root.session.comfort.family !== ""
    }

    // By both sides: the keyboard of the system may take half a tablet's window.
    Binding { target: Theme; property: "phone"; value: Math.min(root.width, root.height) < 480 && Math.max(root.width, root.height) < 960 }
    Binding { target: root.session.sharing; property: "tablet"; value: Theme.tablet }

    Binding { target: root.density; property: "choice"; value: root.session.comfort.density }
    Connections {
        target: root.density
        function onChoiceChanged() { Theme.touch = root.density.touch } // asked for: at once
    }

    AutoLock {
        id: autoLock
        session: root.session
        touch: root.density.touch
        capturing: root.shell !== null && root.shell.pageName === "capture"
    }
    SteadyTaps { session: root.session }
    Closing {
        id: ending
        session: root.session
        onKept: root.close()
        onAsks: question.open()
    }
    ClosingSheet {
        id: question
        session: root.session
        ending: ending
        onConfirmed: {
            ending.letGo()
            root.close()
        }
    }

    Item {
        anchors.fill: parent
        LayoutMirroring.enabled: Theme.rightToLeft
        LayoutMirroring.childrenInherit: true
        Loader {
            id: content
            anchors.fill: parent
            visible: !root.session.hidden // what nobody may see, no screen reader reads
            focus: true
        }
    }
    Cover {
        session: root.session
        time: autoLock.time
        onClosed: if (root._before) root._before.forceActiveFocus()
    }
}
