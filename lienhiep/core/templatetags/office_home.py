"""Words at the head of the first page: who is here, and what day it is."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from lienhiep.core.period import today
from lienhiep.core.principals import principals
from lienhiep.core.roles import label_of_key
from lienhiep.core.text import format_date

register = template.Library()


@register.simple_tag
def roles_of(user: Any) -> str:
    """Return the roles that somebody holds today, in words."""
    labels = (label_of_key(key) for key in principals(user))
    return ", ".join(sorted(label for label in labels if label))


@register.simple_tag
def today_in_words() -> str:
    """Return the day of the week and the date."""
    day = today()
    return _("%(weekday)s, %(day)s") % {
        "weekday": WEEKDAYS[day.weekday()],
        "day": format_date(day),
    }


@register.simple_tag(takes_context=True)
def chosen_theme(context: template.Context) -> str:
    """Return "dark" or "light" where somebody chose it; else the system decides."""
    user = getattr(context.get("request"), "user", None)
    profile = getattr(user, "wagtail_userprofile", None)
    theme = str(getattr(profile, "theme", ""))
    return theme if theme in ("dark", "light") else ""
