#!/usr/bin/env bash
# Installs what is missing from the distribution: install.sh run|test|sanitizers. Debian 12 and 13, Ubuntu 24.04.
# Says what and why before it does anything; does nothing and says nothing when all of it is there.
set -euo pipefail

purpose=${1:-run}

# What it takes to build and run.
packages=(
    build-essential cmake ninja-build pkg-config python3 # to build; Python makes the tables of the catalogue
    qt6-base-dev                                         # HTTPS of the client, the command line, Qt Test
    qt6-declarative-dev qt6-svg-dev                      # the app's screens, and their icons
    qt6-positioning-dev                                  # which known café is the nearest
    qt6-l10n-tools qt6-tools-dev                         # their words
    qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript
    qml6-module-qtquick qml6-module-qtquick-layouts qml6-module-qtquick-templates qml6-module-qtquick-window
    fonts-inter fonts-noto-core                          # what the screens are written in
    qtkeychain-qt6-dev                                   # a desktop's keyring
    libsqlite3-dev                                       # the log on a device, the hub's database
    libsodium-dev                                        # sealing
    libzstd-dev                                          # compression before sealing
    libssl-dev libboost-dev                              # TLS and HTTP of the hub
    nlohmann-json3-dev                                   # files that people hand over
)
why="to build and run Our Table"
if [[ $purpose == run && -n ${WAYLAND_DISPLAY:-} ]]; then
    packages+=(qt6-wayland) # a window on this desktop; that of X comes with Qt
fi
if [[ $purpose == test || $purpose == sanitizers ]]; then
    packages+=(ccache lld librapidcheck-dev qt6-declarative-dev-tools shellcheck)
    packages+=(poppler-utils)                            # reads back what is printed, as words and as pictures
    packages+=(at-spi2-core dbus-daemon gir1.2-atspi-2.0 python3-gi xvfb) # the app as a screen reader finds it
    why="to build, run and test Our Table"
fi
if [[ $purpose == sanitizers ]]; then
    # Clang 16 or newer with its sanitizers: Debian 12's own is 14, which does not know coroutines.
    # shellcheck source=/dev/null
    case $(. /etc/os-release && echo "$ID-${VERSION_ID:-}") in
        debian-12) clang=16 ;;
        ubuntu-24.04) clang=18 ;;
        *) clang=19 ;;
    esac
    packages+=("clang-$clang" "libclang-rt-$clang-dev")
    why="to build, run, test and fuzz Our Table"
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This script knows Debian and Ubuntu only. Please install by hand: ${packages[*]}" >&2
    exit 1
fi

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null || true)
    [[ $status == ii* ]] || missing+=("$package")
done
((${#missing[@]} > 0)) || exit 0

as_root=()
if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
        echo "Missing $why: ${missing[*]}" >&2
        echo "Please run as root: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
    echo "Your password may be asked for: sudo is needed to install packages."
fi
echo "Missing $why; installing from your distribution: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
