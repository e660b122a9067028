"""What every test finds: catalogues, a migrated database, a folder that goes away."""

import hashlib
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest


def pytest_configure(config):
    """Compile the Vietnamese catalogues where they changed, before a text is looked up."""
    from django.conf import settings

    from lienhiep.project.catalogues.loading import forget_loaded_catalogues
    from lienhiep.project.catalogues.merging import compile_catalogues

    if not is_helper_process(config):
        compile_catalogues(settings.LOCALE_PATHS[0])
        forget_loaded_catalogues()


def pytest_unconfigure(config):
    """Remove the folder of this run."""
    from django.conf import settings

    folder = Path(settings.DATA_DIR)
    if not is_helper_process(config) and folder.name.startswith("lienhiep-test-"):
        shutil.rmtree(folder, ignore_errors=True)


def is_helper_process(config) -> bool:
    """Say whether this process only takes a share of the tests."""
    return hasattr(config, "workerinput")


def template_of_database() -> Path | None:
    """Return where the migrated empty SQLite database is kept; None on a server."""
    from django.conf import settings

    from lienhiep.project.prepared import digest

    if not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return None
    samples = hashlib.sha256(digest("database").encode())
    for path in sorted(Path(__file__).parent.glob("sample/**/*.py")):  # tables of tests only
        samples.update(path.read_bytes())
    return settings.TEST_CACHE / f"empty-{samples.hexdigest()[:16]}.sqlite3"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Begin with a copy of the migrated database, or with the tables that every start has."""
    from django.conf import settings

    from lienhiep.project.empty_database import begin_with_tables

    template = template_of_database()
    name = settings.DATABASES["default"].get("TEST", {}).get("NAME")
    if template and template.exists() and name:
        shutil.copyfile(template, name)
    elif template and name:
        begin_with_tables(Path(name))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Keep the migrated database for the next run; migrations take many seconds."""
    from django.conf import settings

    template = template_of_database()
    if template is None or template.exists():
        return
    template.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=template.parent) as folder:
        copy = Path(folder) / "copy.sqlite3"
        # A connection of its own: VACUUM cannot run inside a test's transaction.
        source = sqlite3.connect(settings.DATABASES["default"]["NAME"])
        source.execute("VACUUM INTO ?", [str(copy)])
        source.close()
        copy.replace(template)
    for older in template.parent.glob("empty-*.sqlite3"):
        if older != template:
            older.unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def nothing_kept_from_the_test_before():
    """Empty what is kept for some seconds or counted, so that no test meets another's."""
    from django.conf import settings
    from django.core.cache import caches

    caches["process"].clear()
    if settings.CACHES["default"]["BACKEND"].endswith("RedisCache"):
        caches["default"].clear()  # a table's rows go with the test's transaction
