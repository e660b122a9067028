#!/bin/sh
# Prints the Python to make the environment with: the first of 3.11 or later that can
# make one; else any Python at all, so that bootstrap.py can say what is missing.
enough='import sys, venv, ensurepip, sqlite3; sqlite3.connect(":memory:").execute("create virtual table t using fts5(x)"); sys.exit(sys.version_info < (3, 11))'
candidates="python3 python3.13 python3.12 python3.11 python3.14 python"
for name in $candidates; do
    "$name" -c "$enough" 2>/dev/null && { command -v "$name"; exit 0; }
done
for name in $candidates; do
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v "$name"; exit 0; }
done
for name in $candidates; do
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 6))' 2>/dev/null && { command -v "$name"; exit 0; }
done
echo "Cần Python 3.11 trở lên. Trên Debian hoặc Ubuntu: apt install python3 python3-venv" >&2
echo "Python 3.11 or later is needed. On Debian or Ubuntu: apt install python3 python3-venv" >&2
exit 1
