#!/usr/bin/env bash
# Builds and tests Our Table on another distribution in a folder of its own: elsewhere.sh debian-13|ubuntu-24.04 [FOLDER]
# For a person to run, as root, on Debian or Ubuntu; takes about 3 GB and needs the network. Nothing of this machine is
# mounted into the folder but an empty /proc: the tree is copied. Run it again to test a newer tree; remove the folder when
# done.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
which=${1:-}
case $which in
    debian-13)
        suite=trixie components=main mirror=http://deb.debian.org/debian
        keyring=debian-archive-keyring keys=/usr/share/keyrings/debian-archive-keyring.gpg
        template=sid # an older debootstrap does not know the newest names yet
        ;;
    ubuntu-24.04)
        suite=noble components=main,universe mirror=http://archive.ubuntu.com/ubuntu
        keyring=ubuntu-keyring keys=/usr/share/keyrings/ubuntu-archive-keyring.gpg
        template=jammy
        ;;
    *)
        echo "Say which: elsewhere.sh debian-13|ubuntu-24.04 [FOLDER]" >&2
        exit 2
        ;;
esac
folder=${2:-/var/tmp/ourtable-$which}
mirror=${OURTABLE_MIRROR:-$mirror}

if ((EUID != 0)); then
    echo "Please run this as root: a system in a folder can only be made by root." >&2
    exit 1
fi
if ! command -v debootstrap >/dev/null; then
    echo "Installing debootstrap, which makes a system in a folder."
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends debootstrap
fi
if [[ ! -f $keys ]]; then
    echo "Installing the keys that packages of $which are signed with."
    if ! apt-get install -y -qq --no-install-recommends "$keyring"; then
        echo "This system does not offer $keyring. Put that package's $keys in place and run this again." >&2
        exit 1
    fi
fi

if [[ ! -f $folder/etc/debian_version ]]; then
    echo "Making $which in $folder"
    script=()
    [[ -e /usr/share/debootstrap/scripts/$suite ]] || script=("/usr/share/debootstrap/scripts/$template")
    debootstrap --variant=minbase --components="$components" --keyring="$keys" "$suite" "$folder" "$mirror" "${script[@]}"
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
