// What has to be in sight.
.pragma library

// Items say why they got the focus only when they are controls.
function focusedByFinger(item, byFinger) {
    return item.focusReason === byFinger
}
