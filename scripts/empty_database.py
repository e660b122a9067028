"""Write the tables of a new SQLite database anew, by running every migration from nothing.

Usage: python scripts/empty_database.py (some minutes)
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from lienhiep.project.empty_database import STATEMENTS, statements_of


def migrated_from_nothing(folder: Path) -> Path:
    """Run all migrations on a database of their own and return its file."""
    program = (
        "import django; django.setup();"
        "from django.core.management import call_command;"
        "call_command('migrate', interactive=False, verbosity=0, skip_checks=True);"
        "call_command('createcachetable', verbosity=0)"
    )
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "lienhiep.project.settings.production",
        "LIENHIEP_DATA": str(folder),
        "LIENHIEP_ENV_FILE": os.devnull,
    }
    # Whatever database and cache are tried besides, these are of an office that has neither:
    # with Redis named there, no table would be made for the cache.
    environment.pop("DATABASE_URL", None)
    environment.pop("CACHE_URL", None)
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)
    return folder / "lienhiep.sqlite3"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = migrated_from_nothing(Path(folder))
        with closing(sqlite3.connect(path)) as database:
            lines = list(statements_of(database))
    STATEMENTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{STATEMENTS.name}: {len(lines)} statements")


if __name__ == "__main__":
    main()
