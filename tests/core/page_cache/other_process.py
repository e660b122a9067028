"""Another server process on the same database: asks for each address it reads, and says what came.

Started by the tests with the name of their database.
"""

import os
import sys


def main() -> None:
    """Print, for each line read, whether the text after the address stands on the page."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "lienhiep.project.settings.test"
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = sys.argv[1]
    import django

    django.setup()
    from django.core.handlers.wsgi import WSGIHandler

    from lienhiep.core.page_cache.generations import generations
    from lienhiep.core.page_cache.layer import PageCache
    from lienhiep.core.page_cache.store import Store
    from tests.core.page_cache.asking import ask

    layer = PageCache(
        WSGIHandler(), generations=generations(), store=Store(100, 10**7), cookies=("sessionid",)
    )
    for line in sys.stdin:
        address, _, text = line.rstrip("\n").partition(" ")
        got = ask(layer, address)
        is_there = text in got.body.decode()
        print(got.status, "there" if is_there else "missing", flush=True)


if __name__ == "__main__":
    main()
