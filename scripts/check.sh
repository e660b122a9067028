#!/bin/sh
# Runs every check, all of them even when one fails, and fails when any did.
# `scripts/check.sh style types` runs only the checks named.
cd "$(dirname "$0")/.."
export DJANGO_SETTINGS_MODULE=lienhiep.project.settings.test
unset PYTHONDONTWRITEBYTECODE
failed=""
wanted=" $* "

check() {
    name=$1
    shift
    case "$wanted" in "  " | *" $name "*) ;; *) return 0 ;; esac
    began=$(date +%s)
    if output=$("$@" 2>&1); then
        printf '  %-13s ok      %3d s\n' "$name" $(($(date +%s) - began))
    else
        printf '%s\n  %-13s FAILED  %3d s\n' "$output" "$name" $(($(date +%s) - began))
        failed="$failed $name"
    fi
}

check style .venv/bin/ruff check .
check format .venv/bin/ruff format --check .
check contracts .venv/bin/lint-imports
check doors .venv/bin/python -m pytest -q -n 0 tests/project/test_doors.py tests/project/test_names.py
check types .venv/bin/mypy
check templates .venv/bin/djlint --lint --quiet lienhiep
check dead .venv/bin/vulture
check dependencies .venv/bin/deptry . --config requirements/deptry.toml
check migrations .venv/bin/python -m lienhiep.project.command makemigrations --check --dry-run
check words .venv/bin/python -m lienhiep.project.command messages --check

if [ -n "$failed" ]; then
    echo "make check: failed:$failed"
    exit 1
fi
echo "make check: everything holds."
