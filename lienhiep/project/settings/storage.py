"""Where rows, counters and sessions live: one machine's files, or servers.

`DATABASE_URL` and `CACHE_URL` choose; with neither, SQLite serves both.
"""

from typing import Any

from lienhiep.project.settings.base import DATA_DIR, env

DATABASES = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'lienhiep.sqlite3'}")
}

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL lets readers go on while one writes; IMMEDIATE takes the write lock at the
    # start of a transaction, so two writers wait for each other instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
            "PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY;"
        ),
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# SQLite too: a new connection reads the names of all tables before its first question.
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)

CACHES: dict[str, Any] = {
    "default": (
        env.cache_url("CACHE_URL")
        if env("CACHE_URL", default="")
        # Counters such as sign-in attempts must be one for all processes.
        else {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "core_cache",
            # With the usual 300 a crowd at the forms would push out the counted attempts.
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    ),
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

# Ready pages, kept by each web process and answered before Django is entered; 0: none
PAGE_CACHE_MB = env.int("PAGE_CACHE_MB", default=0)
PAGE_CACHE_ENTRIES = env.int("PAGE_CACHE_ENTRIES", default=5000)
PAGE_CACHE_SECONDS = env.int("PAGE_CACHE_SECONDS", default=300)
# A folder for the same pages as files, and the log of the server in front that sends them
PAGE_FILES = env("PAGE_FILES", default="")
PAGE_LOG = env("PAGE_LOG", default="")

SESSION_ENGINE = "django.contrib.sessions.backends.db"
