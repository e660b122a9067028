import sys

from django.core.management.base import BaseCommand

from lienhiep.project.serving import main


class Command(BaseCommand):
    """Stands in the list of commands; `lienhiep serve` itself starts before Django does."""

    help = "Serve the site and work through the task queue: --bind HOST:PORT --data DIR."
    requires_system_checks = ()

    def run_from_argv(self, argv):
        sys.exit(main(argv[2:]))
