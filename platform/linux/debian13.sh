#!/usr/bin/env bash
# Builds and tests Our Table on Debian 13 in a folder of its own: debian13.sh [FOLDER]
# For a person to run, as root; takes about 3 GB and needs the network. Nothing of this machine is mounted into the
# folder but an empty /proc: the tree is copied. Run it again to test a newer tree; remove the folder when done.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=${1:-/var/tmp/ourtable-debian13}
mirror=${OURTABLE_MIRROR:-http://deb.debian.org/debian}

if ((EUID != 0)); then
    echo "Please run this as root: a Debian in a folder can only be made by root." >&2
    exit 1
fi
if ! command -v debootstrap >/dev/null; then
    echo "Installing debootstrap, which makes a Debian in a folder."
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends debootstrap
fi

if [[ ! -f $folder/etc/debian_version ]]; then
    echo "Making Debian 13 in $folder"
    suites=/usr/share/debootstrap/scripts
    script=()
    [[ -e $suites/trixie ]] || script=("$suites/sid") # an older debootstrap does not know the name yet
    debootstrap --variant=minbase trixie "$folder" "$mirror" "${script[@]}"
fi

mounted=no
unmount() { [[ $mounted == no ]] || umount "$folder/proc"; }
trap unmount EXIT
mount -t proc proc "$folder/proc"
mounted=yes
cp /etc/resolv.conf "$folder/etc/resolv.conf"

echo "Copying the tree"
rm -rf "$folder/srv/ourtable.new"
mkdir -p "$folder/srv/ourtable" "$folder/srv/ourtable.new"
tar -C "$root" --exclude=./build --exclude='./build-*' --exclude=./.git -cf - . | tar -C "$folder/srv/ourtable.new" -xf -
[[ ! -d $folder/srv/ourtable/build ]] || mv "$folder/srv/ourtable/build" "$folder/srv/ourtable.new/build"
rm -rf "$folder/srv/ourtable"
mv "$folder/srv/ourtable.new" "$folder/srv/ourtable"

# Tests refuse to run as root where they check file rights, so a person of their own runs them.
chroot "$folder" /bin/bash -c 'id tester >/dev/null 2>&1 || useradd --create-home tester'
chroot "$folder" /bin/bash -c 'cd /srv/ourtable && bash platform/linux/install.sh test && chown -R tester: /srv/ourtable'
chroot "$folder" su tester -c 'cd /srv/ourtable && bash platform/linux/test.sh --no-install'
