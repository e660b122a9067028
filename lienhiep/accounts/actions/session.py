"""The browsers in which somebody is signed in."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.utils.crypto import constant_time_compare

from lienhiep.accounts.models import SignIn, User
from lienhiep.core.history import verb

BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "CocCoc": "Cốc Cốc",
    "coc_coc": "Cốc Cốc",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Windows": "Windows",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Macintosh": "Mac",
    "Linux": "Linux",
}


def note_sign_in(*, user: User, session: Any, user_agent: str) -> SignIn:
    """Note in which browser somebody has signed in; the address is not kept."""
    if not session.session_key:
        session.create()
    signed_in, _made = SignIn.objects.update_or_create(
        session_key=session.session_key, defaults={"user": user, "device": device_of(user_agent)}
    )
    return signed_in


def end_session(*, sign_in: SignIn, by: User) -> None:
    """Sign somebody out in one browser."""
    with verb("accounts.end_session", by=by, about=sign_in.user) as act:
        act.note(device=sign_in.device)
        _forget_session(sign_in.session_key)
        sign_in.delete()


def end_other_sessions(*, user: User, by: User, keep: str | None) -> int:
    """Sign somebody out everywhere but in one browser; return how many sessions ended."""
    others = SignIn.objects.filter(user=user).exclude(session_key=keep or "")
    with verb("accounts.end_other_sessions", by=by, about=user) as act:
        number = 0
        for sign_in in others:
            _forget_session(sign_in.session_key)
            sign_in.delete()
            number += 1
        act.note(sessions=number)
    return number


def follow_session(*, sign_in_id: int | None, session_key: str | None) -> None:
    """Follow a session that got a new key, as it does when the password changes."""
    if sign_in_id and session_key:
        SignIn.objects.filter(pk=sign_in_id).update(session_key=session_key)


def live_sign_ins(user: User) -> list[SignIn]:
    """Return the browsers in which somebody is signed in now; what has lapsed is forgotten."""
    live = []
    for sign_in in SignIn.objects.filter(user=user).select_related("user"):
        if _still_opens(sign_in):
            live.append(sign_in)
        else:
            sign_in.delete()
    return live


def device_of(user_agent: str) -> str:
    """Return a browser in words: "Firefox, Windows"."""
    browser = next((name for sign, name in BROWSERS.items() if sign in user_agent), "")
    system = next((name for sign, name in SYSTEMS.items() if sign in user_agent), "")
    words = ", ".join(filter(None, [browser, system]))
    return words or re.sub(r"[^\w ./-]", "", user_agent)[:80] or "—"


def _still_opens(sign_in: SignIn) -> bool:
    """Return whether a session runs and knows the present password."""
    data = _store(sign_in.session_key).load()
    return str(data.get(SESSION_KEY)) == str(sign_in.user_id) and constant_time_compare(
        data.get(HASH_SESSION_KEY, ""), sign_in.user.get_session_auth_hash()
    )


def _forget_session(session_key: str) -> None:
    _store(session_key).delete()


def _store(session_key: str) -> Any:
    return import_module(settings.SESSION_ENGINE).SessionStore(session_key)
