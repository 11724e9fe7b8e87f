#!/usr/bin/env bash
# Pictures of the app's pages: pictures.sh FOLDER [--beside DRAWINGS] [--pages PATTERN] [--looks PATTERN] | --diff | --accept
# FOLDER    a picture of every page in every theme, size and text size, and an index.html; --beside shows drawings with them
# --diff    compares with the accepted pictures of tests/data/pictures, and leaves what differs in a folder that it names
# --accept  takes the pictures as they are now, and says which files changed: look at each before you commit it
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
build=$root/build/dev
different=$build/pictures-that-differ
export LC_ALL=C.UTF-8 LANG=C.UTF-8 TZ=UTC QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software

build_target() {
    (cd "$root" && { [[ -f $build/build.ninja ]] || cmake --preset dev >/dev/null; } && cmake --build --preset dev --target "$1" >&2)
}

show_differences() { # index.html: as accepted, as it is, what differs
    local is name
    {
        echo '<!doctype html><meta charset="utf-8"><title>Pictures that differ</title><style>img{max-width:32%;border:1px solid #999}</style>'
        for is in "$different"/*-is.png; do
            name=$(basename "$is" -is.png)
            echo "<h2>$name</h2><img src=\"$name-was.png\" alt=\"as accepted\"> <img src=\"$name-is.png\" alt=\"as it is\">" \
                "<img src=\"$name-difference.png\" alt=\"what differs\">"
        done
    } >"$different/index.html"
    echo "Look at them: $different/index.html"
}

case ${1:-} in
    --accept)
        build_target tst_images
        rm -f "$root"/tests/data/pictures/*.png
        OURTABLE_ACCEPT_PICTURES=1 "$build/tests/bin/tst_images"
        git -C "$root" status --short tests/data/pictures 2>/dev/null || true
        ;;
    --diff)
        build_target tst_images
        "$build/tests/bin/tst_images" && exit 0
        [[ ! -d $different ]] || show_differences
        exit 1
        ;;
    '' | --*)
        sed -n '2,5s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
        exit 2
        ;;
    *)
        build_target everypicture
        "$build/tests/bin/everypicture" "$@"
        echo "Look at them: $1/index.html"
        ;;
esac
