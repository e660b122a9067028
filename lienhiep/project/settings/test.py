"""For the tests: quick passwords, tasks at once, mail in memory, files in a folder of their own."""

import os
import tempfile
from urllib.parse import urlsplit

# Set once for the processes of a run that share the work; never an office's own folder.
if "LIENHIEP_TEST_DATA" not in os.environ:
    os.environ["LIENHIEP_TEST_DATA"] = tempfile.mkdtemp(prefix="lienhiep-test-")
# Each has a part of its own: a test looks through all files for what another one has written.
os.environ["LIENHIEP_DATA"] = os.path.join(
    os.environ["LIENHIEP_TEST_DATA"], os.environ.get("PYTEST_XDIST_WORKER", "")
).rstrip("/")
os.environ["LIENHIEP_ENV_FILE"] = os.devnull

from lienhiep.project.settings import sign_in
from lienhiep.project.settings.production import *  # noqa: F403
from lienhiep.project.settings.production import (
    BASE_DIR,
    CACHES,
    DATA_DIR,
    DATABASES,
    INSTALLED_APPS,
    STATIC_ROOT,
    STORAGES,
)

TEST_CACHE = BASE_DIR / "var" / "tests"
"""What one run leaves for the next: compiled catalogues, a migrated empty database."""
LOCALE_PATHS = [TEST_CACHE / "locale"]
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # empty: the finders serve styles in tests

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in an office: threads and processes see what they would see there.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"

if CACHES["default"]["BACKEND"].endswith("RedisCache"):
    # Processes that share the tests must not count, or empty, each other's attempts: each has
    # a numbered part of Redis of its own. In the address, where a number given wins over options.
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    CACHES["default"]["LOCATION"] = (
        urlsplit(CACHES["default"]["LOCATION"])._replace(path=worker).geturl()
    )

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",
    *(one for one in sign_in.PASSWORD_HASHERS if "former_hashers" in one),
]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# Records to try the ground floor on; they have tables in tests only.
INSTALLED_APPS = [
    "tests.sample",
    "tests.sample.screens",
    "tests.sample.papers",
    *INSTALLED_APPS,
]
