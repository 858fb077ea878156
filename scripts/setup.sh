#!/bin/sh
# Make .venv ready: system libraries, the locked packages, this project. `make` runs it when it has something to do.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

command -v "$python" >/dev/null || stop "There is no $python here. Install Python 3.11 or newer."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "$python is $("$python" --version). Newsdesk needs 3.11 or newer: make PYTHON=python3.12 …"

install_packages() {
    command -v apt-get >/dev/null ||
        stop "Install these with your package manager (Debian's names), then run make again:" "  $*"
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        as_root=sudo
    else
        stop "Some system packages are missing. Run this as root, then make again:" \
            "  apt-get update && apt-get install -y --no-install-recommends $*"
    fi
    echo "Installing system packages: $*"
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 "$@" >/dev/null
}

packages=$("$python" scripts/missing_packages.py)
# shellcheck disable=SC2086  # one word a package
[ -z "$packages" ] || install_packages $packages

.venv/bin/python -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear .venv
pip() {
    .venv/bin/python -m pip "$@" --quiet --disable-pip-version-check --no-input
}
echo "Installing the locked Python packages into .venv"
pip install --only-binary :all: --require-hashes -r requirements.lock
pip install --no-deps --no-build-isolation -e .
touch .venv/.ready
