"""A backup brings back what was there, and a damaged one changes nothing."""

import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from lienhiep.project import backups

pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="one file is the database")


@pytest.fixture
def office(settings, tmp_path, monkeypatch) -> Path:
    """A small office: a database with one row, an uploaded file, a key."""
    folder = tmp_path / "office"
    settings.DATA_DIR = folder
    settings.MEDIA_ROOT = folder / "media"
    settings.PRIVATE_ROOT = folder / "files"
    settings.MEDIA_ROOT.mkdir(parents=True)
    settings.PRIVATE_ROOT.mkdir()
    (settings.PRIVATE_ROOT / "minutes.pdf").write_bytes(b"%PDF minutes")
    (folder / "secret.key").write_text("first key")
    monkeypatch.setitem(connection.settings_dict, "NAME", str(folder / "lienhiep.sqlite3"))
    connection.close()
    write_row(folder, "as it was")
    return folder


@pytest.fixture(autouse=True)
def own_connection(django_db_blocker):
    with django_db_blocker.unblock():
        yield
    connection.close()


def write_row(folder: Path, text: str) -> None:
    with closing(sqlite3.connect(folder / "lienhiep.sqlite3")) as database, database:
        database.execute("CREATE TABLE IF NOT EXISTS note (text)")
        database.execute("INSERT INTO note VALUES (?)", [text])


def rows(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "lienhiep.sqlite3")) as database:
        return [text for (text,) in database.execute("SELECT text FROM note")]


def test_restore_brings_back_rows_files_and_key(office):
    archive = backups.make_backup()
    write_row(office, "later")
    (office / "files" / "minutes.pdf").write_bytes(b"spoilt")
    (office / "secret.key").write_text("second key")

    backups.restore_backup(archive, replace=True)

    assert rows(office) == ["as it was"]
    assert (office / "files" / "minutes.pdf").read_bytes() == b"%PDF minutes"
    assert (office / "secret.key").read_text() == "first key"


def test_restore_keeps_what_was_there(office):
    archive = backups.make_backup()
    write_row(office, "later")

    backups.restore_backup(archive, replace=True)

    [aside] = office.glob("before-restore-*")
    assert rows(aside) == ["as it was", "later"]
    assert (aside / "files" / "minutes.pdf").exists()


def test_restore_refuses_to_replace_without_being_told(office):
    archive = backups.make_backup()

    with pytest.raises(ValidationError, match="--replace"):
        backups.restore_backup(archive)


def test_a_damaged_backup_changes_nothing(office):
    archive = backups.make_backup()
    content = archive.read_bytes()
    archive.write_bytes(content.replace(b"%PDF minutes", b"%PDF mjnutes"))
    write_row(office, "later")

    with pytest.raises(ValidationError, match=r"minutes\.pdf"):
        backups.restore_backup(archive, replace=True)

    assert rows(office) == ["as it was", "later"]


def test_half_a_backup_changes_nothing(office):
    archive = backups.make_backup()
    archive.write_bytes(archive.read_bytes()[:5000])

    with pytest.raises(ValidationError):
        backups.restore_backup(archive, replace=True)

    assert rows(office) == ["as it was"]


def test_a_backup_is_for_its_owner_only(office):
    archive = backups.make_backup()

    assert archive.stat().st_mode & 0o077 == 0


def test_a_backup_holds_a_row_that_is_still_in_the_write_ahead_log(office):
    with closing(sqlite3.connect(office / "lienhiep.sqlite3")) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("INSERT INTO note VALUES ('just now')")
        writer.commit()

        archive = backups.make_backup()

    with tarfile.open(archive) as source:
        source.extract(backups.DATABASE_FILE, office / "look", filter="data")
    with closing(sqlite3.connect(office / "look" / backups.DATABASE_FILE)) as database:
        assert database.execute("SELECT count(*) FROM note").fetchone() == (2,)
