"""`lienhiep begin`: the first account, in the place of the demonstration where there is one."""

from __future__ import annotations

import json
from getpass import getpass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from lienhiep.accounts.models import User
from lienhiep.core.models import UnionIdentity
from lienhiep.setup.actions import archive_demonstration, begin_anew, make_first_account
from lienhiep.setup.actions.beginning import open_union

NOT_CONFIRMED = "Nothing was changed: the name of the Union was not typed a second time."


class Command(BaseCommand):
    """Begin with the Union's own name and one account; the rest is done in the browser."""

    help = (
        "Begin with your own Union: archive and empty the demonstration where there is one, "
        "then make the first account. Refuses where a real Union has begun."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--name", required=True, help="the Union's full name")
        parser.add_argument("--short-name", required=True, help="its short name")
        parser.add_argument("--place", default="", help="printed before the date of a document")
        parser.add_argument("--full-name", required=True, help="the administrator's full name")
        parser.add_argument("--email", required=True, help="the address of the first account")
        parser.add_argument("--password-file", type=Path, help="a file that holds the password")
        parser.add_argument(
            "--only-administrator",
            action="store_true",
            help="do not give the first account the role of the office manager too",
        )
        parser.add_argument("--yes", action="store_true", help="do not ask before emptying")
        parser.add_argument("--json", action="store_true", help="print one object at the end")

    def handle(self, *args: Any, **options: Any) -> None:
        union = UnionIdentity.objects.filter(pk=1).first()
        is_demonstration = union is not None and union.is_demonstration
        if not is_demonstration and User.objects.exists():
            raise CommandError("A real Union has begun here. Its data are never emptied.")
        if is_demonstration and not options["yes"]:
            self.confirm(options["name"])
        facts = {
            "full_name": options["full_name"],
            "email": options["email"],
            "password": self.password(options["password_file"]),
            "runs_office": not options["only_administrator"],
        }
        names = {name: options[name] for name in ("name", "short_name", "place")}
        try:
            archive = archive_demonstration(by=None) if is_demonstration else None
            if is_demonstration:
                user = begin_anew(**names, **facts)
            else:
                with transaction.atomic():
                    user = make_first_account(**facts)
                    open_union(**names, by=user)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        self.report(user, archive, options["json"])

    def confirm(self, name: str) -> None:
        """Ask for the name once more: the demonstration and what was tried in it go."""
        self.stdout.write("The demonstration is archived, then everything in it is removed.")
        if input(f"Type the name of your Union to go on ({name}): ").strip() != name:
            raise CommandError(NOT_CONFIRMED)

    def password(self, path: Path | None) -> str:
        """Read the password from a file, or twice from the keyboard."""
        if path is not None:
            return path.read_text(encoding="utf-8").strip()
        typed = getpass("Password: ")
        if getpass("The same again: ") != typed:
            raise CommandError("The two passwords differ.")
        return typed

    def report(self, user: User, archive: dict[str, Any] | None, as_json: bool) -> None:
        """Say what was done, and where the archive lies."""
        if as_json:
            told = {"account": user.email, "archive": archive["path"] if archive else None}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        if archive:
            self.stdout.write(f"Archived: {archive['path']}")
        self.stdout.write(f"{user.email} may sign in now; the back office leads on.")
