// Which letters there are to choose from.
.pragma library

// Of those that we would like, in that order, the ones that this machine has.
function here(wanted, installed) {
    return wanted.filter(family => installed.includes(family))
}
