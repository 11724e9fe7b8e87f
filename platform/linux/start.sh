#!/usr/bin/env bash
# Builds Our Table and opens it with the demonstration programme: start.sh [--as tablet] [--morning] [--fresh] [--no-install]
#
# Without options: Marian, the coordinator, on a desktop. --as tablet: Dami, a lay partner, on the café's tablet; both may be
# open at once. --morning plays a breakfast on the command line instead: two tablets and a coordinator, no window. Without a
# display the screens are saved as pictures. --fresh makes a new programme, --no-install: packages are here already.
#
# The programmes speak TLS with a hub of their own on 127.0.0.1, which runs while a window is open. Everything is kept in
# ${XDG_DATA_HOME:-~/.local/share}/ourtable-demo, so that a second run starts in seconds. Nothing keeps running afterwards.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
demo=${XDG_DATA_HOME:-$HOME/.local/share}/ourtable-demo
build=$root/build/release
cli=$build/bin/ourtable-cli
hub=$build/bin/ourtable-hub
app=$build/bin/ourtable
who=coordinator
morning=no
fresh=no
install=yes
port=
window=

while (($# > 0)); do
    case $1 in
        --as)
            case ${2:-} in
                tablet) who=lay ;;
                desktop) who=coordinator ;;
                *)
                    echo "--as takes tablet (Dami in the café) or desktop (Marian, the coordinator)." >&2
                    exit 2
                    ;;
            esac
            shift
            ;;
        --morning) morning=yes ;;
        --fresh) fresh=yes ;;
        --no-install) install=no ;;
        *)
            sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
            exit 2
            ;;
    esac
    shift
done

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() {
    echo "$*" >&2
    exit 1
}

# Several of these may run at once. Locks: build/start.lock while building, $demo.lock shared while a window is open and alone
# while the programme is made or a morning is played, $demo.hub.lock while the hub is looked for, started or stopped.
hub_pid() { # of the hub that runs for this demonstration, whoever started it
    local pid program
    pid=$(cat "$demo/hub.pid" 2>/dev/null) || return 1
    program=$(readlink "/proc/$pid/exe" 2>/dev/null) || return 1
    [[ ${program% (deleted)} == "$hub" ]] && echo "$pid" # deleted: built anew since
}

stop_hub() {
    local pid
    pid=$(hub_pid) || return 0
    kill "$pid" 2>/dev/null || return 0
    while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
    rm -f "$demo/hub.pid"
}

leave() {
    trap '' INT TERM
    [[ -z $window ]] || { kill "$window" && wait "$window"; } 2>/dev/null || true
    [[ -d $demo ]] || return 0
    flock -u 9 2>/dev/null || true
    (
        flock 7
        flock -n 8 && stop_hub # nobody else has a window open
        true
    ) 7>"$demo.hub.lock" 8>"$demo.lock" || true
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# start_hub PORT: 0 = a free one; with no signal to this terminal of its own. Leaves the port in $port.
start_hub() {
    local pid
    : >"$demo/hub.out"
    setsid "$hub" serve --folder "$demo/hub" --listen 127.0.0.1 --port "$1" --log "$demo/hub.log" \
        >"$demo/hub.out" 2>"$demo/hub.err" </dev/null 7<&- 9<&- &
    pid=$!
    echo "$pid" >"$demo/hub.pid"
    for _ in {1..100}; do
        port=$(sed -n 's/^listening on .*:\([0-9]*\)$/\1/p' "$demo/hub.out")
        [[ -z $port ]] || return 0
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
    done
    cat "$demo/hub.err" >&2
    fail "The hub did not start. If another program took its place on this computer, try start.sh --fresh."
}

# The hub of another window, or one of our own on the port that the devices know.
find_hub() {
    exec 7>"$demo.hub.lock"
    flock 7
    hub_pid >/dev/null || start_hub "$(<"$demo/port")"
    exec 7<&-
}

# as WHO COMMAND...: the command line of one of the three devices.
as() {
    local who=$1
    shift
    "$cli" "$@" --profile "$demo/$who" --secret-file "$demo/secrets/$who" --no-keyring
}

has_display() { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; }

build_programs() {
    local targets=(ourtable_cli ourtable_hub)
    if [[ $morning == no ]]; then
        targets+=(ourtable_client)
        has_display || targets+=(ourtable_pictures_program)
    fi
    [[ $install == no ]] || bash "$root/platform/linux/install.sh" run
    mkdir -p "$build"
    (
        flock -n 7 || { echo "Waiting for another start.sh that is building." && flock 7; }
        cd "$root"
        if [[ ! -f $build/build.ninja ]]; then
            say "Getting ready to build (once; a few minutes on a small computer)"
            # A compiler's new warning is for those who build it, and keeps nobody from using it.
            cmake --preset release -DBUILD_TESTING=OFF -DOURTABLE_WERROR=OFF -DCMAKE_CXX_FLAGS=-w >/dev/null
        fi
        cmake --build --preset release --target "${targets[@]}"
    ) 7>"$build/start.lock"
}

# let_in WHO: the coordinator lets in who waits, if both devices show the same two words.
let_in() {
    local there here
    there=$(grep -o '[A-Z]*-[A-Z]*$' "$demo/$1.words" | tail -n 1)
    here=$(as coordinator approve --quiet </dev/null) || [[ $? == 8 ]]
    echo "  the tablet shows       $there"
    echo "  the coordinator sees   $here"
    [[ $here == *": $there still waits."* ]] || fail "The two words differ. Nobody is let in like that."
    as coordinator approve --yes
    as "$1" join --quiet >/dev/null
}

# The PIN and the passphrases of invented people, only for this demonstration.
write_secrets() {
    mkdir -m 700 "$demo/secrets"
    (
        umask 077
        echo 'seven spoons on the long table' >"$demo/secrets/coordinator"
        echo '482917' >"$demo/secrets/lay"
        echo '739164' >"$demo/secrets/peer"
    )
}

found_programme() {
    say "A hub and a new programme"
    stop_hub
    rm -rf "$demo"
    mkdir -p "$demo"
    chmod 700 "$demo"
    write_secrets
    "$hub" init --folder "$demo/hub" --name 127.0.0.1 --port 0 >/dev/null
    start_hub 0
    stop_hub
    echo "$port" >"$demo/port"
    "$hub" invite --folder "$demo/hub" --port "$port" >"$demo/ticket"
    start_hub "$port"
    as coordinator found --ticket "@$demo/ticket" --name Marian --sheet "$demo/recovery-sheet.txt"
    rm -f "$demo/ticket"

    say "Marian, the coordinator, brings in the programme of Fernhithe"
    as coordinator import "$root/platform/common/demo/demo.json" --shift-days today
    as coordinator share

    say "Marian invites Dami, a lay partner, with a file"
    as coordinator invite --role lay_partner --file "$demo/invitation"
    as lay join --file "$demo/invitation" --name Dami --no-wait >"$demo/lay.words" || [[ $? == 8 ]]
    rm -f "$demo/invitation"
    let_in lay

    say "Marian invites Bea, a peer worker, with a code to type"
    local typed address code
    typed=$(as coordinator invite --role peer_worker)
    address=$(sed -n 's/^ *address *//p' <<<"$typed")
    code=$(sed -n 's/^ *code *//p' <<<"$typed")
    echo "  Bea types $address and $code"
    as peer join --address "$address" --code "$code" --name Bea --no-wait >"$demo/peer.words" || [[ $? == 8 ]]
    let_in peer
    touch "$demo/founded"
}

play_breakfast() {
    say "Dami starts a breakfast at The Copper Kettle; then the signal is gone"
    local gathering
    gathering=$(as lay breakfast start --json --place "The Copper Kettle" --question "What would make a good week?" |
        sed -n 's/.*"gathering":"\([0-9a-f]*\)".*/\1/p')
    as lay share --quiet
    as peer share --quiet
    stop_hub

    say "No signal: both tablets write down what people say"
    as lay count lived_experience +6 --gathering "$gathering"
    as lay count staff +2 --gathering "$gathering"
    as peer count lived_experience +3 --gathering "$gathering"
    as lay note add --gathering "$gathering" --kind idea "A walk after breakfast, for people who don't like sitting down."
    as lay note add --gathering "$gathering" --kind need --table 2 "Somewhere warm to wait before the surgery opens."
    as peer note add --gathering "$gathering" --kind resource --table 2 "The library lets us use the small room on Thursdays."
    as peer note add --gathering "$gathering" --kind barrier --table 3 "Letters come in brown envelopes and I don't open them."
    as lay breakfast close --gathering "$gathering" --rules-read --notes-explained --went-well "Everybody said something."
    as lay share || [[ $? == 5 ]]
    as peer status

    say "The signal is back: both tablets share"
    start_hub "$(<"$demo/port")"
    as lay share
    as peer share

    say "Marian reads what was said"
    as coordinator share
    as coordinator note list --gathering "$gathering"
    as coordinator status
}

# The programme, and a morning in it: what a window needs to have something to show.
make_programme() {
    if [[ $fresh == yes || ! -f $demo/founded ]]; then
        found_programme
    else
        find_hub
        as lay share --quiet
        as peer share --quiet
    fi
    play_breakfast
    touch "$demo/ready"
}

# Nobody else may have the programme open.
alone() {
    flock -n 9 || fail "The demonstration is open in another window. Please close that first."
}

open_window() {
    local device=desktop name="Marian, the coordinator" other="start.sh --as tablet opens the café's tablet"
    if [[ $who == lay ]]; then
        device=tablet
        name="Dami, a lay partner"
        other="start.sh opens the coordinator's desktop"
    fi
    exec 6>"$demo/$who.lock"
    flock -n 6 || fail "This device is open in another window already."
    say "The window is for $name. To sign in, type:  $(<"$demo/secrets/$who")"
    echo "Close it to come back here. In another terminal, $other beside it."
    # Without a graphics card the processor draws, and nobody has to install a driver for that.
    [[ -e /dev/dri ]] || export QT_QUICK_BACKEND=${QT_QUICK_BACKEND:-software}
    "$app" --profile "$demo/$who" --no-keyring --as "$device" &
    window=$!
    wait "$window" || fail "The window could not be opened, or ended badly. What it said stands above."
    window=
}

save_pictures() {
    say "There is no display: the screens are saved as pictures instead"
    rm -rf "$demo/pictures"
    "$build/bin/ourtable-pictures" --profile "$demo/coordinator" --secret-file "$demo/secrets/coordinator" --as desktop \
        --into "$demo/pictures/desktop"
    "$build/bin/ourtable-pictures" --profile "$demo/lay" --secret-file "$demo/secrets/lay" --as tablet --into "$demo/pictures/tablet"
    echo "Look at them: $demo/pictures/desktop/index.html and $demo/pictures/tablet/index.html"
}

build_programs
mkdir -p "$(dirname "$demo")"
exec 9>"$demo.lock"
if [[ ! -f $demo/ready ]] && ! flock -n 9; then
    echo "Waiting for another start.sh that makes the programme."
    flock 9
fi
if [[ $morning == yes || $fresh == yes || ! -f $demo/ready ]]; then
    alone
    make_programme
    say "That was the morning. Everything is kept in $demo"
fi
[[ $morning == no ]] || exit 0
flock -s 9
find_hub
if has_display; then open_window; else save_pictures; fi
