// Everything around a page for somebody who is signed in: the places to go, the save state, Help and Lock, in the same corner
// for each width class (ux.md 6.2), and the keyboard (6.3).
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme
import "pages.js" as Pages

FocusScope {
    id: root
    objectName: "shell"

    required property Session session
    required property Density density
    required property AutoLock autoLock
    readonly property Navigator navigator: Navigator {}
    property real keyboardHeight: root._coveredBy(InputMethod.visible, InputMethod.keyboardRectangle)
    readonly property Frame frame: Frame { width: root.width; height: root.height; keyboard: root.keyboardHeight }
    readonly property Page page: pageLoader.item as Page
    readonly property Item _navigation: root.frame.compact ? null : root.frame.desktop ? sideBar : rail
    readonly property int _pillCount: root.session.sharing.state === Sharing.Decide ? root.session.sharing.toDecide : root.session.sharing.toShare
    readonly property Places _places: Places { roles: root.session.roles }

    readonly property string _current: root.page && root.page.belongsTo !== "" ? root.page.belongsTo : root._nearestPlace(root.navigator.trail, root._places.shown)
    readonly property bool _ownHeader: root.page !== null && root.page.ownHeader
    readonly property bool _digits: root.page === null || !root.page.ownKeys
    readonly property string pageName: root.navigator.here.page

    // A page by its name, over the one that is shown.
    function show(page: string, details: var) {
        root.navigator.go(page, details)
    }
    function open(page: string) {
        root.navigator.goTo(page)
    }
    function openOver(page: string, details: var) {
        if (root.navigator.here.page !== page)
            root.navigator.go(page, details ?? {})
    }
    function help() {
        root.session.hidden = false
        root.openOver("help", { topic: root.page && root.page.topic !== "" ? root.page.topic : root.pageName })
    }
    // F6: to the next part of the window, or the one before.
    function movePane(step: int) {
        const own = root.page ? root.page.panes : []
        const first = root._navigation ?? (navBar.visible ? navBar : null)
        const panes = first ? [first, ...own] : own
        const now = panes.findIndex(pane => pane && pane.activeFocus)
        const next = panes[(Math.max(now, 0) + step + panes.length) % panes.length]
        if (next)
            next.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    }
    // The last place on the way to the page that is shown.
    function _nearestPlace(trail: var, places: var): string {
        for (let step = trail.length - 1; step > 0; --step) {
            if (places.some(place => place.key === trail[step].page))
                return trail[step].page
        }
        return trail[0].page
    }
    // What the system's keyboard takes of the window, in dp: nothing when the window made room for it by itself, and never less
    // than nothing, whatever a system says.
    function _coveredBy(shown: bool, place: rect): real {
        if (!shown || place.height <= 0)
            return 0
        return Math.max(0, Math.min(place.height, root.height * Screen.devicePixelRatio - place.y) / Screen.devicePixelRatio)
    }
    function _load() {
        Theme.touch = root.density.touch // not while somebody is looking at a page
        const here = root.navigator.here
        pageLoader.setSource(Pages.fileOf(here.page),
                             { session: root.session, frame: root.frame, details: here.details,
                               leadsBack: root.navigator.trail.length > 1 })
    }
    function _keepPlace() {
        root.session.keepPlace(root.navigator.asText())
    }

    Component.onCompleted: {
        root.navigator.restore(root.session.place)
        root._load()
    }

    Connections {
        target: root.navigator
        function onTrailChanged() {
            root._load()
            root._keepPlace()
        }
    }
    Connections {
        target: root.page
        function onWent(page: string, details: var) { root.navigator.go(page, details) }
        function onBecame(page: string, details: var) { root.navigator.become(page, details) }
        function onLeaving() { root.navigator.back() }
        function onRemembered(details: var) {
            root.navigator.remember(details)
            root._keepPlace()
        }
        function onSaid(words: string) { liveLine.say(words) }
    }

    NavRail {
        id: rail
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        visible: !root.frame.compact && !root.frame.desktop
        destinations: root._places.shown
        current: root._current
        onChosen: key => root.open(key)
        onHelpAsked: root.help()
        onHideAsked: root.session.hidden = true
        onLockAsked: root.session.lock()
    }
    SideBar {
        id: sideBar
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        visible: root.frame.desktop
        programme: root.session.programme
        destinations: root._places.shown
        current: root._current
        toShare: root.session.sharing.toShare
        digits: root._digits
        onChosen: key => root.open(key)
        onSharingAsked: root.openOver("sharing")
        onSettingsAsked: root.openOver("comfort")
        onHelpAsked: root.help()
        onHideAsked: root.session.hidden = true
        onLockAsked: root.session.lock()
    }
    TopBar {
        id: topBar
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        visible: root.frame.compact && !root._ownHeader
        height: visible ? implicitHeight : 0
        title: root.page ? root.page.title : ""
        leadsBack: root.page ? root.page.leadsBack : false
        saveState: root.session.sharing.state
        count: root._pillCount
        onBackAsked: root.navigator.back()
        onSharingAsked: root.openOver("sharing")
        onHelpAsked: root.help()
        onHideAsked: root.session.hidden = true
        onLockAsked: root.session.lock()
    }
    Header {
        id: header
        anchors.left: root._navigation ? root._navigation.right : parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        visible: !root.frame.compact && root.page !== null && !root._ownHeader
        height: visible ? implicitHeight : 0
        page: root.page
        gutter: root.frame.gutter
        sharing: root.session.sharing
        count: root._pillCount
        onBackAsked: root.navigator.back()
        onSharingAsked: root.openOver("sharing")
    }
    LockWarning {
        id: lockWarning
        anchors.left: root._navigation ? root._navigation.right : parent.left
        anchors.right: parent.right
        anchors.top: root.frame.compact ? topBar.bottom : header.bottom
        anchors.leftMargin: root.frame.gutter
        anchors.rightMargin: root.frame.gutter
        height: implicitHeight
        autoLock: root.autoLock
        onVisibleChanged: if (visible) liveLine.say(words)
    }
    Loader {
        id: pageLoader
        anchors.left: root._navigation ? root._navigation.right : parent.left
        anchors.right: parent.right
        anchors.top: lockWarning.bottom
        anchors.bottom: navBar.top
        anchors.bottomMargin: root.frame.keyboard
        focus: true
        onLoaded: root.page.forceActiveFocus()
    }
    NavBar {
        id: navBar
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: root.frame.compact && !root.frame.low && !root._ownHeader && root.frame.keyboard === 0 // that needs the room
        height: visible ? implicitHeight : 0
        destinations: root._places.shown
        current: root._current
        onChosen: key => root.open(key)
        onMenuAsked: menu.openOver(navBar)
    }
    LiveLine {
        id: liveLine
        objectName: "spoken"
    }
    ShellKeys {
        places: root._places.shown
        awake: !root.session.hidden
        digits: root._digits
        ownSearch: root.page !== null && root.page.ownSearch
        onChosen: key => root.open(key)
        onPaneAsked: step => root.movePane(step)
        onHelpAsked: root.help()
        onSharingAsked: root.openOver("sharing")
        onFindAsked: root.openOver("find")
        onHideAsked: root.session.hidden = true
        onLockAsked: root.session.lock()
        onBackAsked: root.navigator.back()
        onTextScaleAsked: scale => root.session.comfort.textScale = scale
    }
    PlacesMenu {
        id: menu
        places: root._places.shown
        onPlaceChosen: key => root.open(key)
    }
}
