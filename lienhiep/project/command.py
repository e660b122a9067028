"""The `lienhiep` command: ours and Django's own commands under one name."""

import os
import sys


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lienhiep.project.settings.production")
    from django.core.management import execute_from_command_line  # settings must be chosen first

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
