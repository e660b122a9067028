"""The WSGI entry point for servers: ready pages in front, Django behind."""

import os

from django.core.wsgi import get_wsgi_application

from lienhiep.project.front import with_page_cache

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lienhiep.project.settings.production")
application = with_page_cache(get_wsgi_application())
