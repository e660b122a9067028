"""Whoever has the wrong Python gets a sentence that says what to install."""

import ast
import builtins
import sqlite3

import pytest

from lienhiep.project.places import BASE_DIR
from scripts import bootstrap


def test_an_old_python_gets_as_far_as_the_sentence():
    source = (BASE_DIR / "scripts" / "bootstrap.py").read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 6))


def test_a_python_that_is_too_old_is_named(monkeypatch):
    monkeypatch.setattr(bootstrap, "OLDEST", (99, 0))

    vietnamese, english = bootstrap.what_is_missing()

    assert vietnamese.startswith("Cần Python 3.11 trở lên")
    assert english.startswith("Python 3.11 or later is needed; this is Python 3.")


def test_a_python_without_environments_says_which_package_to_install(monkeypatch):
    real = builtins.__import__

    def without(name, *arguments, **named):
        if name == "ensurepip":
            raise ImportError("No module named 'ensurepip'", name="ensurepip")
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without)

    assert "apt install python3-venv" in bootstrap.what_is_missing()[1]


def test_a_python_without_full_text_search_says_so(monkeypatch):
    def refuse(*_arguments):
        raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(sqlite3, "connect", refuse)

    assert "no full-text search FTS5 (no such module: fts5)" in bootstrap.what_is_missing()[1]


def test_nothing_is_missing_here():
    assert bootstrap.what_is_missing() is None


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("DATABASE_URL", "postgres://localhost/lienhiep", True),
        ("CACHE_URL", "redis://localhost", True),
        ("DATABASE_URL", "sqlite:///somewhere", False),
        ("OTHER", "postgres://localhost/lienhiep", False),
    ],
)
def test_a_server_that_is_named_brings_what_it_needs(monkeypatch, tmp_path, name, value, expected):
    monkeypatch.setattr(bootstrap, "ROOT", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("CACHE_URL", raising=False)
    (tmp_path / ".env").write_text(f'{name}="{value}"\n')

    assert bootstrap.names_a_server() is expected
