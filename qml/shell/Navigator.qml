// Where somebody is, and the way back: pages by name, with the details that bring them back. Kept across restarts as text.
import QtQuick
import "pages.js" as Pages

QtObject {
    id: root

    property var trail: [{ page: "today", details: {} }] // plain values; the last is shown
    readonly property var here: trail[trail.length - 1]

    readonly property int _mostSteps: 12

    // A main destination: the trail begins there.
    function goTo(page: string) {
        root.trail = [{ page: page, details: Pages.beginningOf(page) }]
    }
    function go(page: string, details: var) {
        root.trail = root.trail.slice(-root._mostSteps).concat([{ page: page, details: details ?? {} }])
    }
    // In the place of the page that is shown.
    function become(page: string, details: var) {
        const before = root.trail.length > 1 ? root.trail.slice(0, -1) : [{ page: "today", details: {} }]
        root.trail = [...before, { page: page, details: details ?? {} }]
    }
    function back() {
        if (root.trail.length > 1)
            root.trail = root.trail.slice(0, -1)
    }
    // Without a change of page: what brings it back as it is now.
    function remember(details: var) {
        root.here.details = details
    }
    function asText(): string {
        return JSON.stringify(root.trail)
    }
    // What an older version wrote leads to Today at worst.
    function restore(text: string) {
        let trail = []
        try {
            trail = JSON.parse(text)
        } catch (error) {
            trail = []
        }
        const known = Array.isArray(trail) ? trail.filter(step => step && Pages.isKnown(step.page)) : []
        root.trail = known.length > 0 ? known.map(step => ({ page: step.page, details: step.details ?? {} })) : [{ page: "today", details: {} }]
    }
}
