"""Settings shared by every way of running: one machine or several.

Every value comes from the environment and has a default that works on one
machine with nothing but Python. `.env.example` lists them all.
"""

from urllib.parse import urlsplit

import environ

from lienhiep.project.places import BASE_DIR, data_dir, local_url, read_env_file
from lienhiep.project.secret import secret_key_in

env = environ.Env()
read_env_file()

DATA_DIR = data_dir()
"""Everything that the program writes lies under this folder."""

DATA_DIR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = env("SECRET_KEY", default="") or secret_key_in(DATA_DIR)
DEBUG = False

SITE_URL = (env("LIENHIEP_URL", default="") or local_url()).rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
ALLOWED_HOSTS.append(urlsplit(SITE_URL).hostname or "localhost")

INSTALLED_APPS = [
    "lienhiep.project",
    "lienhiep.demo",
    "lienhiep.imports",
    "lienhiep.setup",
    "lienhiep.reports",
    "lienhiep.desk",
    "lienhiep.portal",
    "lienhiep.privacy",
    "lienhiep.guide",
    "lienhiep.honours",
    "lienhiep.news",
    "lienhiep.journal",
    "lienhiep.advisory",
    "lienhiep.contests",
    "lienhiep.events",
    "lienhiep.office",
    "lienhiep.associations",
    "lienhiep.directory",
    "lienhiep.accounts",
    "lienhiep.visits",
    "lienhiep.core",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "lienhiep.accounts.apps.WagtailUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "lienhiep.core.middleware.SmallAnswers",
    "lienhiep.core.middleware.ContentSecurity",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lienhiep.setup.middleware.WelcomeFirst",
    "lienhiep.visits.middleware.CountVisits",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "lienhiep.core.middleware.WholeBody",
    "lienhiep.core.middleware.KeepTypedText",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lienhiep.core.idle.middleware.EndIdleSessions",
    "lienhiep.core.middleware.Acting",
    "lienhiep.accounts.middleware.PreferredLanguage",
    "allauth.account.middleware.AccountMiddleware",
    "lienhiep.accounts.middleware.BackOfficeDoor",
    "lienhiep.accounts.middleware.TwoStepForStaff",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lienhiep.portal.middleware.FormerSites",
    "lienhiep.portal.middleware.FormerAddresses",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "lienhiep.project.urls"
WSGI_APPLICATION = "lienhiep.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "lienhiep" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lienhiep.portal.context.site",
            ],
        },
    },
]
FORM_RENDERER = "lienhiep.core.forms.OfficeRenderer"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Language, time and the way an office writes dates
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [DATA_DIR / "locale"]
FORMAT_MODULE_PATH = ["lienhiep.core.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
# Years and numbers of registers are never grouped; amounts go through our own filters.
USE_THOUSAND_SEPARATOR = False

# Files
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "lienhiep.core.bundles.BundleFinder",
]
BUNDLES_ROOT = DATA_DIR / "bundles"
"""Where styles and scripts of every page are joined before they are collected."""
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
PRIVATE_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640
RECORD_FILE_MAX_BYTES = env.int("RECORD_FILE_MAX_BYTES", default=50 * 1024 * 1024)
FILES_ACCEL_PREFIX = env("FILES_ACCEL_PREFIX", default="")
"""Where nginx finds the private files by itself; empty: the program sends them."""

# Mail: printed into var/mail unless a server is named
EMAIL_CONFIG = env.email_url("EMAIL_URL", default=f"filemail:///{DATA_DIR / 'mail'}")
vars().update(EMAIL_CONFIG)
# A server that does not answer must not hold the worker; what waits is tried again.
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="lienhiep@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"short_refusals": {"()": "lienhiep.core.quiet_log.ShortRefusals"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["short_refusals"],
        }
    },
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
