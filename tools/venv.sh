#!/bin/sh
# Makes the virtual environment .venv with the Python named, installing Debian's python3-venv where it is missing and may be.
set -eu
python=$1
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or later is needed; $python is $("$python" --version 2>&1). Name another with PYTHON=…" >&2
    exit 1
}
[ -x .venv/bin/pip ] && exit 0
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
    else
        echo "Python cannot make a virtual environment here. Install it first: sudo apt install python3-venv" >&2
        exit 1
    fi
fi
"$python" -m venv .venv
