"""For somebody who changes the code: errors in full, styles unhashed."""

from lienhiep.project.settings.production import *  # noqa: F403
from lienhiep.project.settings.production import STORAGES

DEBUG = True
ALLOWED_HOSTS = ["*"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
