#!/bin/sh
# Writes requirements/*.txt from requirements/*.in: exact versions with the checksums of
# every platform's files, for Python 3.11 and later, without naming where they came from.
# Known versions stay; `scripts/lock.sh --upgrade` takes newer ones.
set -eu
cd "$(dirname "$0")/.."
for name in run server dev; do
    .venv/bin/uv pip compile "$@" --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate \
        -o "requirements/$name.txt" "requirements/$name.in"
done
if grep -nE 'https?://|file:|--index|--find-links' requirements/*.txt; then
    echo "A lock file names a place it was made from." >&2
    exit 1
fi
