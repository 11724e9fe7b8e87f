// A time of day: one of a few likely ones, or typed as people write it ("8.30", "830", "5 pm"). `value` is "HH:MM" or empty.
import QtQuick
import "clock.js" as Clock

TypedPick {
    id: root

    property var likelyTimes: []  // [{ text, time }] of the owner, the likeliest first; an empty text shows the time alone

    function understood(text: string): string {
        return Clock.understood(text, { am: qsTr("am", "before noon"), pm: qsTr("pm", "after noon"), noon: qsTr("noon|midday"), midnight: qsTr("midnight") })
    }

    function shown(value: string): string { return Clock.shown(value) }

    // What "5" means has to be seen.
    function spoken(value: string): string {
        const hour = Clock.hour(value)
        return value === "" ? "" : (hour < 12 ? qsTr("%1 in the morning") : hour < 18 ? qsTr("%1 in the afternoon") : qsTr("%1 in the evening")).arg(Clock.shown(value))
    }

    likely: root.likelyTimes.map(each => each.text === "" ? { text: Clock.shown(each.time), detail: "", value: each.time }
        : { text: each.text, detail: Clock.shown(each.time), value: each.time })
    example: root.likelyTimes.length > 0 ? qsTr("Or write a time, for example 8:30") : qsTr("For example, 8:30")
    unclearWords: qsTr("Write a time like 8:30 or 17:20")
}
