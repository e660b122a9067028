"""What is valid in commendation, said in the words of the screen.

Every function returns nothing, or refuses with a ValidationError that names the field
concerned, so that a form can put the message where the mistake is.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.honours.choices import AwardingLevel


def validate_one_subject(organisation: Any, person: Any) -> None:
    """Refuse an honour of nobody, and one of a collective and a person at once."""
    if organisation is None and person is None:
        raise ValidationError({"person": _("Say who is honoured: a collective or a person.")})
    if organisation is not None and person is not None:
        raise ValidationError(
            {"person": _("Name either a collective or a person. Record the other one by itself.")}
        )


def validate_form_suits(form: Any, *, is_person: bool) -> None:
    """Refuse a form that is not for a subject of this kind."""
    if is_person and not form.for_persons:
        raise ValidationError(
            {"form": _("“%(form)s” is for collectives, not for persons.") % {"form": form}}
        )
    if not is_person and not form.for_collectives:
        raise ValidationError(
            {"form": _("“%(form)s” is for persons, not for collectives.") % {"form": form}}
        )


def validate_body_suits(form: Any, *, is_given: bool) -> None:
    """Refuse a form of the Union from somebody else, and a form of others from the Union."""
    if form.level == AwardingLevel.UNION and not is_given:
        raise ValidationError(
            {"awarding_body": _("“%(form)s” is given by the Union alone.") % {"form": form}}
        )
    if form.level not in (AwardingLevel.UNION, AwardingLevel.CONTEST) and is_given:
        raise ValidationError(
            {"awarding_body": _("“%(form)s” is not given by the Union.") % {"form": form}}
        )


def validate_years(first: int | None, last: int | None, decided: date | None) -> None:
    """Refuse years that run backwards, and a year that begins after the decision."""
    if first is not None and last is not None and first > last:
        raise ValidationError({"first_year": _("The first year lies after the year rewarded.")})
    if decided is not None and last is not None and last > decided.year:
        raise ValidationError(
            {
                "year_rewarded": _(
                    "%(year)s is rewarded by a decision of %(decided)s: nobody is honoured for "
                    "a year that has not come."
                )
                % {"year": last, "decided": decided.year}
            }
        )


def validate_votes(votes_for: int | None, votes_of: int | None) -> None:
    """Refuse more votes in favour than members voted."""
    if votes_for is not None and votes_of is not None and votes_for > votes_of:
        raise ValidationError(
            _("%(votes)s votes in favour are more than the %(all)s members who voted.")
            % {"votes": votes_for, "all": votes_of}
        )
