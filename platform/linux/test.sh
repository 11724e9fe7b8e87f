#!/usr/bin/env bash
# Installs what tests need, builds, runs every test, and ends with one line of totals: "N passed, N failed".
#   test.sh [--sanitizers] [--lint] [--fuzz SECONDS] [--no-install] [--only REGEX]
# --sanitizers  also core and hub tests and the app's morning of fifty notes under address and undefined-behaviour, sync and
#               hub tests under thread sanitizer
# --lint        also shell scripts through shellcheck and QML through qmllint (the project's own lints always run)
# --fuzz S      also every fuzz target for S seconds, on its stored corpus
# --no-install  packages are here already
# --only REGEX  only tests whose name fits
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
sanitizers=no
lint=no
fuzz=0
install=yes
only=.
passed=0
failed=0
jobs=${OURTABLE_JOBS:-$(nproc)}

while (($# > 0)); do
    case $1 in
        --sanitizers) sanitizers=yes ;;
        --lint) lint=yes ;;
        --no-install) install=no ;;
        --fuzz)
            fuzz=${2:?--fuzz takes a number of seconds}
            shift
            ;;
        --only)
            only=${2:?--only takes a regular expression}
            shift
            ;;
        *)
            sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
            exit 2
            ;;
    esac
    shift
done

# One language and one time zone everywhere; no display, nothing of the person's own settings.
export LC_ALL=C.UTF-8 LANG=C.UTF-8 TZ=UTC QT_QPA_PLATFORM=offscreen
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
cd "$root"

say() { printf '\n== %s\n' "$*"; }

number_of() { # ATTRIBUTE FILE: of the test suite in a JUnit file
    grep -o "$1=\"[0-9]*\"" "$2" | head -n 1 | tr -dc 0-9
}

# run_tests PRESET [ctest options]: adds to the totals.
run_tests() {
    local preset=$1 report status=0 all bad skipped
    shift
    report=$root/build/$preset/report.xml
    rm -f "$report"
    ctest --test-dir "build/$preset" -j "$jobs" --output-on-failure --output-junit "$report" -R "$only" "$@" || status=$?
    if [[ ! -f $report ]]; then
        echo "ctest gave no report for $preset (status $status)" >&2
        failed=$((failed + 1))
        return
    fi
    all=$(number_of tests "$report")
    bad=$(number_of failures "$report")
    skipped=$(($(number_of skipped "$report") + $(number_of disabled "$report")))
    failed=$((failed + bad))
    passed=$((passed + all - bad - skipped))
}

# build_preset PRESET [targets]: a build that fails counts as one failed test.
build_preset() {
    local preset=$1
    shift
    say "building $preset"
    if cmake --preset "$preset" ${OURTABLE_TOGETHER:+"-DOURTABLE_TOGETHER=$OURTABLE_TOGETHER"} >"build-$preset.log" 2>&1; then
        rm -f "build-$preset.log"
    else
        cat "build-$preset.log" >&2
        rm -f "build-$preset.log"
        failed=$((failed + 1))
        return 1
    fi
    local targets=()
    (($# == 0)) || targets=(--target "$@")
    if ! cmake --build --preset "$preset" -j "$jobs" "${targets[@]}"; then
        failed=$((failed + 1))
        return 1
    fi
}

executables() { # PRESET: every program that it can build, by its target
    ninja -C "build/$1" -t targets all | sed -n 's#^\(.*/\)\{0,1\}\([^/]*\): CXX_EXECUTABLE.*#\2#p' | sort -u
}

# The programs of the tests that carry one of the labels and are not left out, by their target names. Nothing of them is built
# yet, so the tests do not know their programs.
targets_with() { # PRESET LABELS TESTS THAT ARE LEFT OUT
    ctest --test-dir "build/$1" -N -L "$2" -E "$3" |
        sed -n 's/^ *Test *#[0-9]*: sync\.simulation$/ourtable-sim/p; s/^ *Test *#[0-9]*: [a-z]*\./tst_/p' | sort -u |
        comm -12 - <(executables "$1")
}

# sanitized PRESET LABELS TESTS THAT ARE LEFT OUT
sanitized() {
    local targets
    say "configuring $1"
    cmake --preset "$1" >/dev/null
    mapfile -t targets < <(targets_with "$1" "$2" "$3")
    build_preset "$1" "${targets[@]}" || return 0
    say "tests of $2 under $1"
    TSAN_OPTIONS="suppressions=$root/tests/tsan.supp" run_tests "$1" -L "$2" -E "$3"
}

check_scripts() {
    local script
    say "shell scripts"
    for script in .ci/run platform/linux/*.sh; do
        if shellcheck "$script"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    done
}

check_qml() {
    say "qmllint"
    if cmake --build --preset dev --target all_qmllint; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

run_fuzzers() {
    local name verdict targets
    say "configuring asan-ubsan"
    cmake --preset asan-ubsan >/dev/null
    mapfile -t targets < <(executables asan-ubsan | grep '^fuzz_' || true)
    if ((${#targets[@]} == 0)); then
        echo "there are no fuzz targets" >&2
        failed=$((failed + 1))
        return 0
    fi
    build_preset asan-ubsan "${targets[@]}" || return 0
    say "fuzzing ${#targets[@]} targets for $fuzz s each, $jobs at a time"
    export fuzz
    export -f fuzz_one
    while read -r name verdict; do
        echo "$name $verdict"
        if [[ $verdict == good ]]; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            tail -n 40 "build/asan-ubsan/fuzz/$name.log" >&2
        fi
    done < <(printf '%s\n' "${targets[@]}" | xargs -P "$jobs" -I{} bash -c 'fuzz_one {}')
}

# fuzz_one NAME: says "NAME good" or "NAME bad"; the rest is in build/asan-ubsan/fuzz/NAME.log. What is found grows in the build
# folder; the stored corpus of the target, if there is one, is only read. Targets that read files write each input to one: in
# memory that is ten times as fast. Leaks are looked for at the end of the run: the database keeps memory from one input to the
# next, which would mean a look after each.
fuzz_one() {
    local program corpus=tests/fuzz/corpus/${1#fuzz_} folders=("build/asan-ubsan/fuzz/found/$1") verdict=bad
    program=$(find build/asan-ubsan -type f -perm -u+x -name "$1" | head -n 1)
    mkdir -p "${folders[0]}"
    [[ ! -d $corpus ]] || folders+=("$corpus")
    if TMPDIR=$([[ -d /dev/shm ]] && echo /dev/shm || echo /tmp) "$program" -max_total_time="$fuzz" -detect_leaks=0 -timeout=10 \
        -rss_limit_mb=1024 -verbosity=0 -artifact_prefix=build/asan-ubsan/fuzz/ "${folders[@]}" >"build/asan-ubsan/fuzz/$1.log" 2>&1; then
        verdict=good
    fi
    echo "$1 $verdict"
}

if [[ $install == yes ]]; then
    purpose="test"
    [[ $sanitizers == no && $fuzz == 0 ]] || purpose=sanitizers
    bash platform/linux/install.sh "$purpose"
fi

if build_preset dev; then
    say "every test"
    run_tests dev
fi
if [[ $lint == yes ]]; then
    check_scripts
    check_qml
fi
if [[ $sanitizers == yes ]]; then
    # What measures memory and runs out of file descriptors is left out: sanitizers need both themselves. So is the simulation
    # under the thread sanitizer: it has one thread and would take ten times as long.
    sanitized asan-ubsan 'core|sync|hub|sanitized' '^hub\.hub_server_memory$'
    sanitized tsan 'sync|hub' '^hub\.hub_server_memory$|^sync\.simulation$'
fi
((fuzz == 0)) || run_fuzzers

echo
echo "$passed passed, $failed failed"
((failed == 0 && passed > 0))
