"""What is valid among conferences, courses and partners, said in the words of the screen.

Every function returns nothing, or refuses with a ValidationError that names the field
concerned, so that a form can put the message where the mistake is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.period import local_day

LONGEST_EVENT = timedelta(days=60)
"""A course may last weeks; a longer one is two digits changed places in a date."""


def validate_times(starts_at: datetime | None, ends_at: datetime | None) -> None:
    """Refuse an end before the beginning, and one so late that it must be a slip."""
    if starts_at is None or ends_at is None:
        return
    if ends_at < starts_at:
        raise ValidationError({"ends_at": _("The event would end before it begins.")})
    if ends_at - starts_at > LONGEST_EVENT:
        raise ValidationError(
            {
                "ends_at": _("That is longer than %(days)s days. Please look at the dates again.")
                % {"days": LONGEST_EVENT.days}
            }
        )


def validate_where(mode: str, place: str, online_address: str) -> None:
    """Refuse an online address where everybody sits in the room."""
    if mode == "room" and online_address:
        raise ValidationError(
            {"online_address": _("Everybody is in the room: choose another mode, or leave it out.")}
        )
    if mode == "online" and place:
        raise ValidationError(
            {"place": _("Everybody takes part online: choose another mode, or leave it out.")}
        )


def validate_registration_days(
    opens_on: date | None, closes_on: date | None, starts_at: datetime | None
) -> None:
    """Refuse a registration that closes before it opens, or after the event has begun."""
    if opens_on and closes_on and closes_on < opens_on:
        raise ValidationError(
            {"registration_closes_on": _("Registration would close before it opens.")}
        )
    if closes_on and starts_at and closes_on > local_day(starts_at):
        raise ValidationError(
            {"registration_closes_on": _("Registration ends by the day on which the event begins.")}
        )


def validate_present(rows: Iterable[tuple[str, int]], mode: str) -> None:
    """Refuse an attendance of nobody, and people online where nobody could be, or the reverse."""
    counted = [(place, number) for place, number in rows if number]
    if not counted:
        raise ValidationError({"in_room": _("Write how many people took part.")})
    for place, field, message in (
        ("online", "online", _("The event was held in the room only.")),
        ("room", "in_room", _("The event was held online only.")),
    ):
        other = "room" if place == "online" else "online"
        if mode == other and any(where == place for where, _number in counted):
            raise ValidationError({field: message})


def validate_conclusions(texts: Iterable[str]) -> list[str]:
    """Return the conclusions without empty ones; refuse none at all, and one said twice."""
    kept = [text.strip() for text in texts if text.strip()]
    if not kept:
        raise ValidationError({"texts": _("Write at least one conclusion.")})
    for number, text in enumerate(kept, start=1):
        if text in kept[: number - 1]:
            raise ValidationError(
                {"texts": _("Conclusion no. %(number)s stands twice.") % {"number": number}}
            )
    return kept


def validate_amount(field: str, amount: int | None, *, needed: bool) -> None:
    """Refuse an amount of money below zero, or none where one is needed."""
    if needed and not amount:
        raise ValidationError({field: _("Write the amount in đồng.")})
    if amount is not None and amount < 0:
        raise ValidationError({field: _("An amount is not below zero.")})


def validate_free_place(event: Any, taken: int) -> None:
    """Refuse a registration when every place is taken."""
    if event.capacity is not None and taken >= event.capacity:
        raise ValidationError(
            _("All %(number)s places of “%(event)s” are taken.")
            % {"number": event.capacity, "event": event}
        )
