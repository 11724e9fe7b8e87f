// The pages by their names. A name stays what it is: it is kept across restarts.
.pragma library

const files = {
    "today": "qrc:/qt/qml/OurTable/Today/TodayPage.qml",
    "breakfasts": "qrc:/qt/qml/OurTable/Breakfasts/BreakfastsPage.qml",
    "start": "qrc:/qt/qml/OurTable/Breakfasts/StartPage.qml",
    "ready": "qrc:/qt/qml/OurTable/Breakfasts/ReadyPage.qml",
    "capture": "qrc:/qt/qml/OurTable/Breakfasts/CapturePage.qml",
    "harvest": "qrc:/qt/qml/OurTable/Breakfasts/HarvestPage.qml",
    "note": "qrc:/qt/qml/OurTable/Breakfasts/NotePage.qml",
    "sort": "qrc:/qt/qml/OurTable/Breakfasts/SortPage.qml",
    "promises": "qrc:/qt/qml/OurTable/Promises/PromisesPage.qml",
    "partners": "qrc:/qt/qml/OurTable/Records/KindsPage.qml",
    "support": "qrc:/qt/qml/OurTable/Records/KindsPage.qml",
    "lists": "qrc:/qt/qml/OurTable/Records/KindsPage.qml",
    "sharing": "qrc:/qt/qml/OurTable/Sharing/SharingPage.qml",
    "copy-save": "qrc:/qt/qml/OurTable/Sharing/CopySavePage.qml",
    "copy-bring": "qrc:/qt/qml/OurTable/Sharing/CopyBringPage.qml",
    "nearby": "qrc:/qt/qml/OurTable/Sharing/NearbyPage.qml",
    "versions": "qrc:/qt/qml/OurTable/Sharing/VersionsPage.qml",
    "comfort": "qrc:/qt/qml/OurTable/Settings/ComfortPage.qml",
    "help": "qrc:/qt/qml/OurTable/Help/HelpPage.qml",
    "people": "qrc:/qt/qml/OurTable/Settings/PeoplePage.qml",
    "numbers": "qrc:/qt/qml/OurTable/Help/NumbersPage.qml",
    "records": "qrc:/qt/qml/OurTable/Records/RecordsPage.qml",
    "record": "qrc:/qt/qml/OurTable/Records/RecordPage.qml",
    "find": "qrc:/qt/qml/OurTable/Records/FindPage.qml",
}

// What a destination opens with, where one page serves several.
const beginnings = {
    "partners": { area: "partners" },
    "support": { area: "support" },
    "lists": { area: "lists" },
}

function beginningOf(page) {
    return beginnings[page] ?? {}
}

function fileOf(page) {
    return files[page] ?? files["today"]
}

function isKnown(page) {
    return page in files
}
