"""From the demonstration to the Union's own data: archived, emptied, begun anew."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.log_actions import LogContext

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.models import Job, JobState, UnionIdentity
from lienhiep.core.models.identity import forget_identity
from lienhiep.core.text import clean
from lienhiep.portal.actions import open_site
from lienhiep.setup.actions.emptying import (
    empty_database,
    forget_deleted_rows,
    load_reference_data,
)
from lienhiep.setup.actions.files import clear_files, forget_visits_on_the_way
from lienhiep.setup.actions.first_account import make_first_account

ARCHIVE, BEGUN = "archive", "begun"
BLOCK = 1024 * 1024

afterwards: list[Callable[[], None]] = []
"""What the roof does when a demonstration is gone, such as forgetting whom it printed."""


def archive_demonstration(*, by: Any) -> dict[str, Any]:
    """Write a backup of the demonstration and note it; return its name, size and checksum."""
    union = _demonstration()
    printed = StringIO()
    try:
        call_command("backup", "--json", stdout=printed)
    except CommandError as failed:
        raise ValidationError(
            _("The demonstration could not be archived, so nothing was changed: %(reason)s"),
            params={"reason": failed},
        ) from failed
    path = Path(json.loads(printed.getvalue())["path"])
    archive = {
        "path": str(path),
        "name": path.name,
        "bytes": path.stat().st_size,
        "sha256": _checksum(path),
        "at": timezone.now().isoformat(),
    }
    with verb("setup.archive_demonstration", by=by, about=union) as act:
        union.setup_notes = {**union.setup_notes, ARCHIVE: archive}
        union.save()
        act.note(archive=archive["name"])
    return archive


def begin_anew(
    *,
    name: str,
    short_name: str,
    full_name: str,
    email: str,
    password: str,
    phone: str = "",
    runs_office: bool = True,
    place: str = "",
) -> User:
    """Empty the demonstration and begin with the Union's own name and one account.

    One transaction: whatever fails, the demonstration stands as it was. Files are taken away
    only when it is through, and the rest of that is made up for if it stops half-way
    (`finish_clearing`). Refuses where this is no demonstration, where it was not archived, and
    while background work runs.
    """
    union = _demonstration()
    if not clean(name):
        raise ValidationError({"name": _("Write the name of your Union.")})
    archive = union.setup_notes.get(ARCHIVE)
    if not archive or not Path(archive["path"]).exists():
        raise ValidationError(_("Archive the demonstration first."))
    if any(not job.is_stale for job in Job.objects.filter(state=JobState.RUNNING)):
        raise ValidationError(
            _("Background work is under way. Wait until it is done, then try again.")
        )
    # What is written must not bear the name of an account that is just being emptied out.
    with transaction.atomic(), LogContext(user=None):
        moment = time.time()
        empty_database()
        # What is written into the database speaks Vietnamese, whoever began it.
        with override("vi"):
            load_reference_data()
        user = make_first_account(
            full_name=full_name,
            email=email,
            phone=phone,
            password=password,
            runs_office=runs_office,
        )
        fresh = open_union(name=name, short_name=short_name, place=place, by=user)
        with verb("setup.begin_anew", by=user, about=fresh) as act:
            fresh.setup_notes = {
                BEGUN: {
                    **archive,
                    "begun_at": timezone.now().isoformat(),
                    "moment": moment,
                    "cleared": False,
                }
            }
            fresh.save()
            act.note(archive=archive["name"])
        forget_visits_on_the_way()
    caches["process"].clear()
    caches["default"].clear()
    caches["renditions"].clear()
    finish_clearing()
    return user


def open_union(*, name: str, short_name: str, by: Any, place: str = "") -> UnionIdentity:
    """Give the site its own name and front page."""
    forget_identity()
    union = UnionIdentity(name=clean(name), short_name=clean(short_name), place=clean(place))
    union.full_clean(exclude=["place"])
    with verb("setup.set_names", by=by, about=union):
        union.save()
        home = open_site(title=union.name)
        if home.title != union.name:
            home.title = home.draft_title = union.name
            home.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    return union


def finish_clearing() -> bool:
    """Take away the files of the demonstration that are left; return whether there was a need."""
    union = UnionIdentity.objects.filter(pk=1).first()
    begun = union.setup_notes.get(BEGUN) if union is not None else None
    if not begun or begun["cleared"]:
        return False
    forget_deleted_rows()
    clear_files(before=begun["moment"])
    for done in afterwards:
        done()
    with verb("setup.clear_files", by=None, about=union):
        union.setup_notes = {**union.setup_notes, BEGUN: {**begun, "cleared": True}}
        union.save()
    return True


def _demonstration() -> UnionIdentity:
    union = UnionIdentity.objects.filter(pk=1).first()
    if union is None or not union.is_demonstration:
        raise ValidationError(
            _("These are the data of a real Union. They are never emptied from here.")
        )
    return union


def _checksum(path: Path) -> str:
    total = hashlib.sha256()
    with path.open("rb") as source:
        while block := source.read(BLOCK):
            total.update(block)
    return total.hexdigest()
