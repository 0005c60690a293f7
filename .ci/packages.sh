#!/bin/sh
# packages.sh PACKAGE… — installs the Debian packages that are missing and says which; without any missing, no apt call.
set -eu

if ! command -v dpkg-query >/dev/null; then
    echo "Not a Debian system: see to it that these are there under the names used here: $*" >&2
    exit 0
fi

missing=
for package in "$@"; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || status=
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "Installing the Debian packages that are missing:$missing" >&2

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Neither root nor sudo. As root, run: apt-get install$missing" >&2
        exit 1
    fi
    as_root=sudo
fi

apt() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@"
}

# Two installations at once, or a mirror in the middle of an update, fail once and then pass.
for try in 1 2; do
    # shellcheck disable=SC2086 # one word a package
    if apt update >&2 && apt install -y --no-install-recommends $missing >&2; then exit 0; fi
    [ "$try" = 2 ] || { echo "apt failed; once more in five seconds." >&2; sleep 5; }
done
echo "apt could not install:$missing" >&2
exit 1
