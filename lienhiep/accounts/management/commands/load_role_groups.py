from django.core.management.base import BaseCommand

from lienhiep.accounts.groups import ensure_role_groups


class Command(BaseCommand):
    """Make the groups of roles, with their rights on pages, pictures and downloads."""

    help = "Make the groups that follow from roles, and put the right people into them."

    def handle(self, *args, **options):
        ensure_role_groups()
