"""Making, closing and changing an account."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lienhiep.accounts.actions.role import grant_role, refuse_without_administrator
from lienhiep.accounts.choices import Language
from lienhiep.accounts.groups import sync_groups_of
from lienhiep.accounts.models import User
from lienhiep.accounts.validators import normalise_phone
from lienhiep.core.history import verb
from lienhiep.core.jobs import start_job
from lienhiep.core.period import today


def invite_user(
    *,
    full_name: str,
    by: User | None,
    email: str = "",
    phone: str = "",
    person: Any = None,
    roles: Iterable[str] = (),
    on: date | None = None,
    reason: str = "",
    language: str = "vi",
) -> User:
    """Make an account, give it its first roles, and mail a link to set a password.

    Somebody without an e-mail address gets a printed one-time code instead, from
    `print_one_time_code`. `by` is None where a command makes the first account.
    """
    user = User(
        full_name=full_name,
        email=email or None,
        phone=phone or None,
        person=person,
        language=language,
    )
    user.set_unusable_password()
    refuse_unusable_contact(user)
    with verb("accounts.invite_user", by=by, reason=reason) as act:
        _save_or_refuse_double(user)
        act.about(user)
        for role in dict.fromkeys(roles):
            grant_role(user=user, role=role, by=by, since=on or today(), reason=reason)
        if user.email:
            act.note(link_sent_to=user.email)
            start_job("accounts.mail_invitation", by=by, title=user.email, user_id=user.pk)
    return user


def change_contact(
    *, user: User, by: User | None, email: str = "", phone: str = "", reason: str = ""
) -> User:
    """Change the address and number by which somebody signs in.

    A link that was mailed to the old address is worthless from then on.
    """
    user.email = email or None
    user.phone = phone or None
    refuse_unusable_contact(user)
    with verb("accounts.change_contact", by=by, about=user, reason=reason):
        _save_or_refuse_double(user)
        user.emailaddress_set.exclude(email=user.email or "").delete()
    return user


def link_person(*, user: User, by: User | None, person: Any, reason: str = "") -> User:
    """Say which person of the directory an account belongs to, or that it is none (None).

    Rights that follow seats, and what waits for an author or an expert, reach the account
    through this person; a person has one account.
    """
    taken = person is not None and User.objects.filter(person=person).exclude(pk=user.pk).first()
    if taken:
        said = _("This person has an account already: %(account)s.") % {"account": taken}
        raise ValidationError({"person": said})
    with verb("accounts.link_person", by=by, about=user, reason=reason):
        user.person = person
        user.save()
    return user


def change_profile(*, user: User, by: User, full_name: str, language: str) -> User:
    """Change what people may change of their own account."""
    user.full_name = full_name
    user.language = language
    user.full_clean(exclude=["password"])
    with verb("accounts.change_profile", by=by, about=user):
        user.save()
    return user


def deactivate_user(*, user: User, by: User | None, reason: str, on: date | None = None) -> User:
    """Close an account: nobody signs in with it, and whoever is signed in is so no more.

    Roles keep their dates, so that it is known who held what when.
    """
    if by is not None and by.pk == user.pk:
        raise ValidationError(_("Nobody closes their own account. Ask another administrator."))
    with verb("accounts.deactivate_user", by=by, about=user, reason=reason):
        refuse_without_administrator(without=user, on=on or today())
        user.is_active = False
        user.save()
        user.one_time_codes.filter(used_at=None, ended_at=None).delete()
        sync_groups_of(user, on=on or today())
    return user


def reactivate_user(
    *, user: User, by: User | None, reason: str = "", on: date | None = None
) -> User:
    """Open a closed account again, with the roles that still run."""
    with verb("accounts.reactivate_user", by=by, about=user, reason=reason):
        user.is_active = True
        user.save()
        sync_groups_of(user, on=on or today())
    return user


def keep_language_of(profile: Any) -> None:
    """Let the account and Wagtail's profile of it speak one language."""
    user = profile.user
    if profile.preferred_language == user.language:
        return
    if profile.preferred_language in Language.values:
        user.language = profile.preferred_language
        user.save()
    else:
        profile.preferred_language = user.language
        profile.save(update_fields=["preferred_language"])


def refuse_unusable_contact(user: User) -> None:
    """Refuse an address or number that is none, or that another account has."""
    problems: dict[str, Any] = {}
    if not user.email and not user.phone:
        problems["email"] = _("Give an e-mail address or a phone number.")
    if user.phone:
        try:
            user.phone = normalise_phone(user.phone)
        except ValidationError as wrong:
            problems["phone"] = wrong
    if user.email:
        user.email = user.email.strip().lower()
    if problems:
        raise ValidationError(problems)
    user.full_clean(exclude=["password"], validate_constraints=False)


def _save_or_refuse_double(user: User) -> None:
    """Save; two people who record the same address at once meet a sentence, not a fault."""
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as double:
        raise ValidationError(
            _("Another account has just been given this address or number.")
        ) from double
