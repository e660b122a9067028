"""A new database begins with tables made beforehand, and is as if all migrations had run."""

import sqlite3
from contextlib import closing

import pytest

from lienhiep.project.empty_database import begin_with_tables, statements_of
from scripts.empty_database import migrated_from_nothing


def statements_in(path):
    with closing(sqlite3.connect(path)) as database:
        return sorted(statements_of(database))


def test_a_file_that_holds_a_table_is_left_as_it_is(tmp_path):
    path = tmp_path / "office.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE letters (subject)")

    assert not begin_with_tables(path)
    assert statements_in(path) == ["BEGIN;", "COMMIT;", "CREATE TABLE letters (subject);"]


def test_a_start_that_is_broken_off_leaves_nothing_behind(tmp_path, monkeypatch):
    broken = tmp_path / "broken.sql"
    broken.write_text("BEGIN;\nCREATE TABLE letters (subject);\nCREATE TABLE letters (subject);\n")
    monkeypatch.setattr("lienhiep.project.empty_database.STATEMENTS", broken)

    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        begin_with_tables(tmp_path / "office.sqlite3")

    assert statements_in(tmp_path / "office.sqlite3") == ["BEGIN;", "COMMIT;"]


@pytest.mark.slow
def test_it_is_what_all_migrations_from_nothing_end_in(tmp_path):
    from_nothing, begun = tmp_path / "nothing", tmp_path / "begun"
    from_nothing.mkdir()
    begun.mkdir()

    begin_with_tables(begun / "lienhiep.sqlite3")

    assert statements_in(migrated_from_nothing(begun)) == statements_in(
        migrated_from_nothing(from_nothing)
    )
