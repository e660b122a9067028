"""The `lienhiep` command: ours and Django's own commands under one name."""

import os
import sys


def main() -> None:
    """Run the command named on the command line."""
    from lienhiep.project.places import read_env_file

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lienhiep.project.settings.production")
    read_env_file()
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        sys.argv[1] = sys.argv[1].replace("-", "_")  # `check-data` is written in check_data.py
    if sys.argv[1:2] == ["serve"]:
        # The parent of web server and worker stays small and starts at once without Django.
        from lienhiep.project.serving import main as serve

        sys.exit(serve(sys.argv[2:]))

    from django.core.management import execute_from_command_line  # settings must be chosen first

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
