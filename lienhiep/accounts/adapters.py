"""Our answers to allauth's questions."""

from __future__ import annotations

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import SignupClosedException
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.actions import set_password
from lienhiep.accounts.models import User
from lienhiep.accounts.rules import needs_second_step
from lienhiep.accounts.validators import normalise_phone
from lienhiep.core.history import acting_user

WRONG = _("The e-mail address, the phone number or the password is not right.")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are invited, not signed up for; people sign in by address or number."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        # One sentence for all: nobody learns from it whether an account exists.
        "email_password_mismatch": WRONG,
        "phone_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "too_many_login_attempts": _(
            "Too many attempts have failed. Please wait five minutes and try again."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return no: an administrator invites."""
        return False

    # Phone numbers. Nobody sends text messages, so a number is right once the office has it.

    def phone_form_field(self, **kwargs: Any) -> Any:
        """Return a field that takes numbers as people here write them."""
        from lienhiep.accounts.forms.fields import PhoneField  # forms ask this adapter, too

        return PhoneField(**kwargs)

    def clean_phone(self, phone: str) -> str:
        return normalise_phone(phone)

    def get_user_by_phone(self, phone: str) -> User | None:
        try:
            return User.objects.filter(phone=normalise_phone(phone)).first()
        except ValidationError:
            return None

    def get_phone(self, user: User) -> tuple[str, bool] | None:
        return (user.phone, True) if user.phone else None

    def set_phone(self, user: User, phone: str, verified: bool) -> None:
        user.phone = phone
        user.save()

    def set_phone_verified(self, user: User, phone: str) -> None:
        """Do nothing: see above."""

    def send_verification_code_sms(self, user: User, phone: str, code: str, **kwargs: Any) -> None:
        raise NotImplementedError("No text messages are sent.")

    # Attempts

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count failed attempts by the address or the number that was typed.

        allauth itself knows addresses and names only, and would count the attempts on
        all phone numbers together: five mistakes would shut everybody out.
        """
        typed = credentials.get("email") or credentials.get("phone") or ""
        try:
            return normalise_phone(typed)
        except ValidationError:
            return str(typed).strip().lower()

    # Passwords and letters

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the password once more, except of who has typed it just now to come in."""
        request = context.request
        records = get_authentication_records(request, request.user)
        just_now = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        if any(record["at"] > just_now for record in records):
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def set_password(self, user: User, password: str) -> None:
        set_password(user=user, password=password, by=acting_user() or user)

    def format_email_subject(self, subject: str) -> str:
        return f"{settings.WAGTAIL_SITE_NAME}: {subject}"

    def send_mail(self, template_prefix: str, email: str, facts: dict[str, Any]) -> None:
        """Put a notice in the queue; a mail server that is down stops nobody's work."""
        from lienhiep.accounts.tasks import mail_notice  # tasks call the actions of this room

        message = self.render_mail(template_prefix, email, {"email": email, **facts})
        mail_notice.enqueue(message.subject, message.body, list(message.to))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts_mine")


class SocialAdapter(DefaultSocialAccountAdapter):
    """The office's own sign-in service opens accounts that exist; it never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Link the service's account to ours by an address that the service has verified."""
        if sociallogin.is_existing:
            return
        for address in sociallogin.email_addresses:
            if not address.verified:
                continue
            user = User.objects.active().filter(email=address.email.lower()).first()
            if user is not None:
                sociallogin.connect(request, user)
                return
        raise SignupClosedException


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step: named after the Union, and kept where it is compulsory."""

    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def _get_user_identifier(self, user: User) -> str:
        return user.email or user.phone_in_words or str(user)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Refuse to take away the last second step of somebody who must have one."""
        if not needs_second_step(authenticator.user):
            return True
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        return others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
