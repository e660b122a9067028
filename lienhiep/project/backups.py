"""Backups: one archive with the database, the files and the key, checked on the way back."""

import hashlib
import io
import json
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, connections
from django.utils import timezone
from django.utils.translation import gettext as _

DATABASE_FILE = "database.sqlite3"
DATABASE_DUMP = "database.pgdump"
MANIFEST = "manifest.json"
BLOCK = 1024 * 1024


def kept_folders() -> dict[str, Path]:
    """Return the folders that hold what people uploaded, by their name in the archive."""
    return {"media": Path(settings.MEDIA_ROOT), "files": Path(settings.PRIVATE_ROOT)}


def make_backup(*, on: datetime | None = None, folder: Path | None = None) -> Path:
    """Write a backup while people go on working, and return the archive.

    The database is copied first, in one consistent state; files are never changed once
    they are stored, so a file added meanwhile is at worst in the archive without its row.
    The archive holds the secret key and everything that is confidential: only its owner
    may read it. Cached pages, styles and catalogues are left out, `init` makes them anew.
    """
    moment = timezone.localtime(on)
    folder = folder or settings.DATA_DIR / "backups"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"lienhiep-{moment:%Y%m%d-%H%M%S}.tar"
    if target.exists():
        raise ValidationError(_("A backup of this very second exists already."))
    with tempfile.TemporaryDirectory(dir=folder) as work:
        database = copy_database(Path(work))
        unfinished = Path(work) / "backup.tar"
        checksums = {}
        with tarfile.open(unfinished, "w") as archive:
            for name, path in parts(database):
                archive.add(path, name, recursive=False)
                checksums[name] = checksum(path)
            manifest = {"made": moment.isoformat(), "sha256": checksums}
            content = json.dumps(manifest, indent=1).encode()
            entry = tarfile.TarInfo(MANIFEST)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        unfinished.chmod(0o600)
        unfinished.replace(target)
    return target


def parts(database: Path) -> Iterator[tuple[str, Path]]:
    """Yield what goes into the archive, with the name it bears there."""
    yield database.name, database
    key = settings.DATA_DIR / "secret.key"
    if key.exists():
        yield key.name, key
    for folder, root in kept_folders().items():
        for path in sorted(root.rglob("*")):
            if path.is_file():
                yield f"{folder}/{path.relative_to(root)}", path


def copy_database(folder: Path) -> Path:
    """Copy the database in one consistent state while it is written to."""
    if connection.vendor == "sqlite":
        target = folder / DATABASE_FILE
        with closing(sqlite3.connect(target)) as copy:
            connection.ensure_connection()
            connection.connection.backup(copy)
        return target
    target = folder / DATABASE_DUMP
    run_postgresql("pg_dump", "--format=custom", f"--file={target}")
    return target


def run_postgresql(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs on our database; a failure says what it said."""
    if shutil.which(program) is None:
        raise ValidationError(
            _("%(program)s is missing. Install the package postgresql-client."),
            params={"program": program},
        )
    parameters = connection.get_connection_params()
    environment = {
        "PGHOST": str(parameters.get("host", "")),
        "PGPORT": str(parameters.get("port", "")),
        "PGUSER": str(parameters.get("user", "")),
        "PGPASSWORD": str(parameters.get("password", "")),
        "PGDATABASE": str(parameters.get("dbname", "")),
        "PATH": "/usr/bin:/bin:/usr/local/bin",
    }
    done = subprocess.run(
        [program, *arguments],
        env={name: value for name, value in environment.items() if value},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ValidationError(done.stderr.strip() or program)


def restore_backup(archive: Path, *, replace: bool = False) -> dict:
    """Put a backup in the place of what is there, and return what its manifest says.

    The whole archive is read and checked first, so a damaged one changes nothing. What
    stood there is kept beside it, under `before-restore-…`. Nothing may be serving.
    Afterwards `init` brings an older backup to the present state of the tables.
    """
    kept = {name: root for name, root in kept_folders().items() if root.exists()}
    database = Path(str(connection.settings_dict["NAME"]))
    filled = connection.vendor != "sqlite" or database.exists()
    if filled and not replace:
        raise ValidationError(_("There is data already. Say --replace to put it aside."))
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR) as work:
        manifest = unpack(archive, Path(work))
        aside = settings.DATA_DIR / f"before-restore-{timezone.localtime():%Y%m%d-%H%M%S}"
        aside.mkdir()
        connections.close_all()
        put_database(Path(work), aside)
        for name, root in kept_folders().items():
            if name in kept:
                root.replace(aside / name)
            unpacked = Path(work) / name
            if unpacked.exists():
                unpacked.replace(root)
            else:
                root.mkdir(parents=True)
        key = Path(work) / "secret.key"
        if key.exists():
            put(key, settings.DATA_DIR / "secret.key", aside)
        (settings.DATA_DIR / "prepared.json").unlink(missing_ok=True)
    return manifest


def unpack(archive: Path, folder: Path) -> dict:
    """Unpack an archive into a folder and compare every part with its checksum."""
    try:
        with tarfile.open(archive) as source:
            source.extractall(folder, filter="data")
        manifest = json.loads((folder / MANIFEST).read_text())
        damaged = [
            name
            for name, expected in manifest["sha256"].items()
            if checksum(folder / name) != expected
        ]
    except (OSError, tarfile.TarError, ValueError, KeyError) as error:
        raise ValidationError(
            _("This is not a whole backup: %(error)s"), params={"error": error}
        ) from error
    if damaged:
        raise ValidationError(
            _("Damaged in the backup: %(names)s"), params={"names": ", ".join(damaged[:5])}
        )
    return manifest


def put_database(folder: Path, aside: Path) -> None:
    """Put the database of a backup in its place."""
    if connection.vendor != "sqlite":
        if not (folder / DATABASE_DUMP).exists():
            raise ValidationError(_("This backup was made of another kind of database."))
        run_postgresql("pg_dump", "--format=custom", f"--file={aside / DATABASE_DUMP}")
        run_postgresql(
            "pg_restore",
            "--clean",
            "--if-exists",
            "--no-owner",
            "--single-transaction",
            f"--dbname={connection.settings_dict['NAME']}",
            str(folder / DATABASE_DUMP),
        )
        return
    if not (folder / DATABASE_FILE).exists():
        raise ValidationError(_("This backup was made of another kind of database."))
    database = Path(str(connection.settings_dict["NAME"]))
    for suffix in ("-wal", "-shm"):  # they belong to the former database and would spoil this one
        former = database.with_name(database.name + suffix)
        if former.exists():
            former.replace(aside / former.name)
    put(folder / DATABASE_FILE, database, aside)


def put(new: Path, place: Path, aside: Path) -> None:
    """Move a file to its place, what stood there aside."""
    if place.exists():
        place.replace(aside / place.name)
    new.replace(place)


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    total = hashlib.sha256()
    with path.open("rb") as source:
        while block := source.read(BLOCK):
            total.update(block)
    return total.hexdigest()
