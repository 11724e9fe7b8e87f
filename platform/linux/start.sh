#!/usr/bin/env bash
# Builds Our Table and plays a breakfast with it: start.sh [--fresh] [--no-install]
#
# A coordinator, two tablets and a hub, as separate programs that speak TLS on 127.0.0.1. Everything is kept in
# ${XDG_DATA_HOME:-~/.local/share}/ourtable-demo, so that a second run starts in seconds; --fresh makes a new programme.
# Nothing keeps running afterwards.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
demo=${XDG_DATA_HOME:-$HOME/.local/share}/ourtable-demo
build=$root/build/release
cli=$build/bin/ourtable-cli
hub=$build/bin/ourtable-hub
fresh=no
install=yes
hub_pid=
port=

for option in "$@"; do
    case $option in
        --fresh) fresh=yes ;;
        --no-install) install=no ;;
        *)
            echo "start.sh takes --fresh (a new programme) and --no-install (packages are here already)." >&2
            exit 2
            ;;
    esac
done

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() {
    echo "$*" >&2
    exit 1
}

stop_hub() {
    [[ -n $hub_pid ]] || return 0
    kill "$hub_pid" 2>/dev/null || true
    wait "$hub_pid" 2>/dev/null || true
    hub_pid=
}
trap stop_hub EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# start_hub PORT: 0 = a free one. Leaves the port in $port.
start_hub() {
    : >"$demo/hub.out"
    "$hub" serve --folder "$demo/hub" --listen 127.0.0.1 --port "$1" --log "$demo/hub.log" >"$demo/hub.out" 2>"$demo/hub.err" &
    hub_pid=$!
    for _ in {1..100}; do
        port=$(sed -n 's/^listening on .*:\([0-9]*\)$/\1/p' "$demo/hub.out")
        [[ -z $port ]] || return 0
        kill -0 "$hub_pid" 2>/dev/null || break
        sleep 0.1
    done
    cat "$demo/hub.err" >&2
    fail "The hub did not start. If another demonstration runs, stop it; otherwise try start.sh --fresh."
}

# as WHO COMMAND...: the command line of one of the three devices.
as() {
    local who=$1
    shift
    "$cli" "$@" --profile "$demo/$who" --secret-file "$demo/secrets/$who" --no-keyring
}

build_programs() {
    [[ $install == no ]] || bash "$root/platform/linux/install.sh" run
    if [[ ! -f $build/build.ninja ]]; then
        say "Getting ready to build (once; a few minutes on a small computer)"
        # A compiler's new warning is for those who build it, and keeps nobody from using it.
        (cd "$root" && cmake --preset release -DBUILD_TESTING=OFF -DOURTABLE_WERROR=OFF -DCMAKE_CXX_FLAGS=-w >/dev/null)
    fi
    (cd "$root" && cmake --build --preset release --target ourtable_cli ourtable_hub)
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
    touch "$demo/ready"
}

take_up_programme() {
    say "The programme of last time (start.sh --fresh makes a new one)"
    start_hub "$(<"$demo/port")"
    as lay share
    as peer share
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

build_programs
if [[ $fresh == yes || ! -f $demo/ready ]]; then
    found_programme
else
    take_up_programme
fi
play_breakfast
say "That was the morning. Everything is kept in $demo"
