"""Accounts: they sign in with the password they had; no right comes with them."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from lienhiep.accounts.former_hashers import carried_password
from lienhiep.accounts.models import User
from lienhiep.core.text import clean, person_sort_key
from lienhiep.imports.nukeviet.carrying.context import Carrying, Row, batches, said, value
from lienhiep.imports.nukeviet.report import KNOWN
from lienhiep.imports.nukeviet.texts import moment, number

AT_ONCE = 100
KIND = "users:user"


def email_of(carrying: Carrying, row: Row, column: str) -> str:
    """Return an e-mail address in small letters; empty where it is none."""
    email = carrying.line(row, column).lower()
    try:
        validate_email(email)
    except ValidationError:
        return ""
    return email if len(email) <= 254 else ""


def carry_users(carrying: Carrying) -> None:
    """Bring the accounts over."""
    table = carrying.site.common("users")
    staging, database = carrying.site.staging, carrying.site.database
    carrying.hold_known(KIND, User)
    here = {one.email: one for one in User.objects.exclude(email=None)}
    rows = carrying.new_rows(KIND, table, staging.rows(database, table, "userid"), "userid")
    for batch in batches(rows, AT_ONCE):
        with carrying.batch():
            made = []
            for row in batch:
                user = _made(carrying, table, row, here)
                if user is not None:
                    made.append((row, user))
            carrying.store([user for _row, user in made])
            for row, user in made:
                carrying.keep(KIND, row["userid"], user)
    _note_rights(carrying)


def _made(carrying: Carrying, table: str, row: Row, here: dict[str, User]) -> User | None:
    old_id = str(row["userid"])
    report = carrying.report
    email = email_of(carrying, row, "email")
    name = clean(f"{carrying.line(row, 'last_name')} {carrying.line(row, 'first_name')}")
    name = name or carrying.line(row, "full_name") or carrying.line(row, "username")
    if not email:
        said_email = carrying.line(row, "email")
        report.skip(
            KIND,
            table,
            old_id,
            "no_email",
            _("Nobody signs in without an e-mail address: %(name)s %(email)s")
            % {"name": name, "email": said_email},
        )
        return None
    if email in here:
        report.count(KIND, KNOWN)
        report.note(
            table,
            old_id,
            "account_here",
            _("An account with this address is here; it stays as it is."),
        )
        carrying.records.setdefault(KIND, {})[old_id] = here[email]
        carrying.register.add(KIND, old_id, here[email] if here[email].pk else None)
        return None
    stored = str(value(row, "password") or "").strip()
    password = carried_password(stored)
    if password is None:
        report.note(
            table,
            old_id,
            "must_reset",
            _("The password cannot be taken over; a new one must be set."),
        )
    is_active = number(value(row, "active"), 1) == 1
    if not is_active:
        report.note(table, old_id, "account_closed", _("The account was closed and stays so."))
    user = User(
        full_name=carrying.short(name or email, 150, table, old_id, _("Name")),
        email=email,
        password=password or make_password(None),
        is_active=is_active,
        date_joined=moment(value(row, "regdate")) or carrying.now,
        last_login=moment(value(row, "last_login")),
    )
    user.sort_key = person_sort_key(user.full_name, max_length=300)
    try:
        user.clean_fields()
    except ValidationError as refusal:
        report.skip(KIND, table, old_id, "refused", said(refusal))
        return None
    here[email] = user
    return user


def _note_rights(carrying: Carrying) -> None:
    """Name those who could administer the former site: they get their rights here by hand."""
    table = carrying.site.common("authors")
    for row in carrying.site.staging.rows(carrying.site.database, table):
        old_id = value(row, "admin_id")
        user = carrying.held(KIND, old_id)
        if user is None or carrying.register.has("users:rights", old_id):
            continue
        with carrying.batch():
            carrying.register.add("users:rights", old_id, None)
            carrying.report.note(
                table,
                old_id,
                "no_rights",
                _("%(name)s administered the former site (%(what)s); no right came over.")
                % {"name": user, "what": carrying.line(row, "position")},
            )
