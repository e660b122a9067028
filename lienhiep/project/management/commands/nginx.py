from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lienhiep.project.front import headers_of_pages
from lienhiep.project.nginx import Site, configuration

BEYOND_FORMS = 10
"""Megabytes that a form takes beside the largest file."""


class Command(BaseCommand):
    """Print what nginx must be told to stand before this installation."""

    help = "Print the configuration of nginx in front of this installation."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--domain", help="name of the site; from SITE_URL unless given")
        parser.add_argument("--program", default="127.0.0.1:8000", help="where serve listens")
        parser.add_argument("--port", type=int, default=80, help="where nginx listens; 80")
        parser.add_argument("--certificate", type=Path, help="for HTTPS: the chain of certificates")
        parser.add_argument("--key", type=Path, help="for HTTPS: its private key")
        parser.add_argument(
            "--brotli", action="store_true", help="nginx has ngx_http_brotli_static_module"
        )

    def handle(self, *args, **options):
        if not (settings.PAGE_FILES and settings.PAGE_LOG and settings.PAGE_CACHE_MB):
            raise CommandError(
                "Trước hết hãy đặt PAGE_CACHE_MB, PAGE_FILES và PAGE_LOG (xem docs/running.md). / "
                "Set PAGE_CACHE_MB, PAGE_FILES and PAGE_LOG first (docs/running.md)."
            )
        if bool(options["certificate"]) != bool(options["key"]):
            raise CommandError(
                "--certificate và --key phải đi cùng nhau. / --certificate and --key go together."
            )
        site = Site(
            domain=options["domain"] or urlsplit(settings.SITE_URL).hostname or "localhost",
            upstream=options["program"],
            pages=Path(settings.PAGE_FILES).resolve(),
            log=Path(settings.PAGE_LOG).resolve(),
            static=Path(settings.STATIC_ROOT).resolve(),
            private=Path(settings.PRIVATE_ROOT).resolve(),
            private_prefix=settings.FILES_ACCEL_PREFIX or "/private-files",
            headers=headers_of_pages(),
            cookies=(settings.SESSION_COOKIE_NAME, "messages"),
            port=options["port"],
            certificate=options["certificate"],
            key=options["key"],
            brotli=options["brotli"],
            largest_mb=settings.RECORD_FILE_MAX_BYTES // 1024**2 + BEYOND_FORMS,
        )
        try:
            self.stdout.write(configuration(site))
        except ValueError as wrong:
            raise CommandError(
                f"nginx không đọc được giá trị này / nginx cannot read this value: {wrong}"
            ) from wrong
