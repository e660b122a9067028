"""The first account, by which all others come."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.actions import grant_role
from lienhiep.accounts.actions.account import refuse_unusable_contact
from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.period import today
from lienhiep.setup.first_code import end_code


def make_first_account(
    *, full_name: str, email: str, password: str, phone: str = "", runs_office: bool = True
) -> User:
    """Make the account of the first administrator, with the password that they chose.

    Who begins alone also keeps the registers: `runs_office` gives the role of the office
    manager too, which an administrator without it does not have. Refuses where somebody has an
    account, a weak password, and an address that is none.
    """
    with verb("setup.make_first_account", by=None) as act:
        if User.objects.exists():
            raise ValidationError(_("Somebody has an account already. Ask them to invite you."))
        user = User(full_name=full_name, email=email or None, phone=phone or None)
        refuse_unusable_contact(user)
        try:
            validate_password(password, user)
        except ValidationError as weak:
            raise ValidationError({"password": weak}) from weak
        user.set_password(password)
        user.save()
        act.about(user)
        roles = [Role.ADMINISTRATOR, *([Role.OFFICE_MANAGER] if runs_office else [])]
        for role in roles:
            grant_role(user=user, role=role, by=None, since=today())
    end_code()
    return user
