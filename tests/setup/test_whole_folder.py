"""A real data folder: nothing of the demonstration is left in the bytes of its files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from lienhiep.project.places import BASE_DIR
from tests.conftest import template_of_database
from tests.setup.conftest import NEW

pytestmark = pytest.mark.slow

INVENTED = """
from lienhiep.core.files import store_bytes
from lienhiep.core.models import UnionIdentity
from lienhiep.accounts.models import User
from lienhiep.demo import people, site
from lienhiep.directory.models import Person
site.load()
people.load()
for number in range(60):
    Person(full_name=f"Minh Hoạ Tên Thứ {number}").save()
"""


def run(folder, *arguments, **kept):
    environment = {
        "PATH": os.environ["PATH"],
        "LIENHIEP_DATA": str(folder),
        "LIENHIEP_ENV_FILE": os.devnull,
    }
    command = [sys.executable, "-m", "lienhiep.project.command", *arguments]
    done = subprocess.run(
        command, env=environment, cwd=BASE_DIR, capture_output=True, text=True, timeout=120, **kept
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(template_of_database() is None, reason="on a server the bytes lie elsewhere")
def test_the_files_of_the_database_hold_no_name_of_the_demonstration(tmp_path, db):
    template = template_of_database()
    (tmp_path / "lienhiep.sqlite3").write_bytes(template.read_bytes())
    (tmp_path / "locale").symlink_to(settings.LOCALE_PATHS[0])
    run(tmp_path, "createcachetable")
    run(tmp_path, "shell", input=INVENTED)
    assert "Minh Hoạ Tên Thứ".encode() in (tmp_path / "lienhiep.sqlite3").read_bytes()
    (tmp_path / "password").write_text(NEW["password"])
    words = ["--name", NEW["name"], "--short-name", NEW["short_name"]]
    words += ["--full-name", NEW["full_name"], "--email", NEW["email"]]

    said = run(
        tmp_path, "begin", *words, "--password-file", str(tmp_path / "password"), "--yes", "--json"
    )

    archive = json.loads(said)["archive"]
    assert "Minh Hoạ Tên Thứ".encode() in Path(archive).read_bytes()
    left = {
        path.name
        for path in tmp_path.rglob("*")
        if path.is_file()
        and "backups" not in path.parts
        and any(
            name in path.read_bytes() for name in ("Minh Hoạ Tên Thứ".encode(), b"lienhiep.example")
        )
    }
    assert left == set()
    assert not (tmp_path / "demonstration-password.txt").exists()
