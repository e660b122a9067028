"""Passwords and the second step."""

from __future__ import annotations

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from lienhiep.accounts.models import User
from lienhiep.core.history import verb


def set_password(*, user: User, password: str, by: User | None) -> None:
    """Set a password. Every other session of the account ends with the old one.

    The history says that it was done and by whom, never what it was.
    """
    with verb("accounts.set_password", by=by, about=user):
        user.set_password(password)
        user.save()
        user.one_time_codes.filter(used_at=None).delete()


def send_password_link(*, user: User, letter: str) -> None:
    """Mail a link with which a password is set; `letter` is "invitation" or "reset".

    The link is good for a day (`PASSWORD_RESET_TIMEOUT`), once, and until the password
    or an address changes. Raises ValueError for somebody without an e-mail address.
    """
    if user.email is None:
        raise ValueError("Nobody mails a link to an account without an address.")
    from allauth.account.forms import default_token_generator  # reads settings when loaded

    with translation.override(user.language):
        token = default_token_generator.make_token(user)
        path = reverse(
            "account_reset_password_from_key",
            kwargs={"uidb36": user_pk_to_url_str(user), "key": token},
        )
        facts = {
            "user": user,
            "link": f"{settings.SITE_URL}{path}",
            "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
            "site": settings.WAGTAIL_SITE_NAME,
        }
        subject = render_to_string(f"accounts/mail/{letter}_subject.txt", facts)
        body = render_to_string(f"accounts/mail/{letter}.txt", facts)
    EmailMessage(" ".join(subject.split()), body, to=[user.email]).send()


def end_second_step(*, user: User, by: User, reason: str) -> None:
    """Take away somebody's second step, for instance when the phone is lost.

    Where the second step is compulsory, the next sign-in begins with setting it up again.
    """
    with verb("accounts.end_second_step", by=by, about=user, reason=reason) as act:
        gone, _kinds = Authenticator.objects.filter(user=user).delete()
        act.note(taken_away=gone)
