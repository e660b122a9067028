"""The command `lienhiep worker`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from lienhiep.core.jobs.working import work


class Command(BaseCommand):
    """Empties the queue and keeps the schedule until told to stop."""

    help = "Do background jobs and scheduled tasks until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="do what waits and is due now, then stop"
        )

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        work(once=once)
