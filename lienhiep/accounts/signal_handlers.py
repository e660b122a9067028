"""What we hear from Django, Wagtail and allauth."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, password_set
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.users.models import UserProfile

from lienhiep.accounts.actions import end_other_sessions, follow_session, note_sign_in
from lienhiep.accounts.actions.account import keep_language_of
from lienhiep.accounts.models import User
from lienhiep.core.personal import Erasure, after_erasure

SIGN_IN = "accounts_sign_in"


@receiver(user_logged_in)
def on_sign_in(request: Any, user: Any, **kwargs: Any) -> None:
    """Note the browser, so that its owner can end the session from another one."""
    agent = request.META.get("HTTP_USER_AGENT", "")
    signed_in = note_sign_in(user=user, session=request.session, user_agent=agent)
    request.session[SIGN_IN] = signed_in.pk


@receiver([password_changed, password_set])
def on_new_password(request: Any, user: Any, **kwargs: Any) -> None:
    """Forget the other sessions, which the new password has ended."""
    key = request.session.session_key
    follow_session(sign_in_id=request.session.get(SIGN_IN), session_key=key)
    end_other_sessions(user=user, by=user, keep=key)


@receiver(post_save, sender=UserProfile)
def on_profile_saved(instance: UserProfile, **kwargs: Any) -> None:
    """Keep one language for the site and the back office."""
    keep_language_of(instance)


@after_erasure
def sign_out_the_erased(erasure: Erasure) -> None:
    """End the sessions of somebody whose account was closed with their data."""
    user = User.objects.filter(person_id=erasure.person.pk).first()
    if user is not None:
        end_other_sessions(user=user, by=erasure.by, keep=None)
