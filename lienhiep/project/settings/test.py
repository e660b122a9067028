"""For the tests: quick passwords, tasks at once, mail in memory, files in a folder of their own."""

import os
import tempfile

os.environ.setdefault("LIENHIEP_DATA", tempfile.mkdtemp(prefix="lienhiep-test-"))

from lienhiep.project.settings.production import *  # noqa: E402, F403
from lienhiep.project.settings.production import STORAGES  # noqa: E402

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
