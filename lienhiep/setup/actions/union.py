"""Who the Union is, its legal footer, and what of the first hour is left out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import SiteKind, UnionIdentity
from lienhiep.core.text import clean
from lienhiep.core.validators import validate_reason
from lienhiep.portal.models import HomePage

LEFT_OUT = "left_out"
NAMES = (
    "name",
    "short_name",
    "symbol",
    "superior",
    "province_code",
    "place",
    "address",
    "phone",
    "email",
)


def set_names(*, by: Any, **names: str) -> UnionIdentity:
    """Say who the Union is; the front page takes the name along where it bore the former one."""
    union = UnionIdentity.objects.filter(pk=1).first() or UnionIdentity()
    former = union.name
    for field in NAMES:
        setattr(union, field, clean(names[field]))
    union.full_clean()
    with verb("setup.set_names", by=by, about=union):
        union.save()
        home = HomePage.objects.first()
        if home is not None and home.title == former and former != union.name:
            home.title = home.draft_title = union.name
            home.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    return union


def set_footer(
    *,
    by: Any,
    site_kind: str,
    responsible_person: str,
    licence_number: str = "",
    licence_date: date | None = None,
    licence_authority: str = "",
    own_words: str = "",
) -> UnionIdentity:
    """Write the legal footer (decree 147/2024/NĐ-CP): from the facts, or in the Union's own words.

    Refuses an aggregated site without its licence.
    """
    union = UnionIdentity.objects.get(pk=1)
    union.site_kind = site_kind
    union.responsible_person = clean(responsible_person)
    union.licence_number = clean(licence_number)
    union.licence_date = licence_date
    union.licence_authority = clean(licence_authority)
    _refuse_without_licence(union)
    union.legal_footer = own_words.strip() or footer_text(union)
    union.full_clean()
    with verb("setup.set_footer", by=by, about=union):
        union.save()
    return union


def footer_text(union: UnionIdentity) -> str:
    """Return the legal footer as the facts give it, in Vietnamese whoever reads the screen."""
    with override("vi"):
        lines = []
        if union.site_kind == SiteKind.AGGREGATED:
            lines.append(_("Aggregated information site"))
        lines.append(_("Owner: %(name)s") % {"name": union.name})
        if union.responsible_person:
            lines.append(_("Person responsible: %(name)s") % {"name": union.responsible_person})
        if union.licence_number and union.licence_date:
            lines.append(
                _("Licence No %(number)s of %(day)s, issued by %(authority)s")
                % {
                    "number": union.licence_number,
                    "day": date_format(union.licence_date, "SHORT_DATE_FORMAT"),
                    "authority": union.licence_authority,
                }
            )
        return "\n".join(lines)


def leave_out_step(*, step: str, reason: str, by: Any) -> None:
    """Leave a step of the first hour out, with the reason; it can be taken up again."""
    validate_reason("reason", reason)
    _note_left_out(step, reason.strip(), by, "setup.leave_out_step")


def take_up_step(*, step: str, by: Any) -> None:
    """Take up a step that was left out."""
    _note_left_out(step, "", by, "setup.take_up_step")


def _note_left_out(step: str, reason: str, by: Any, action: str) -> None:
    union = UnionIdentity.objects.get(pk=1)
    with verb(action, by=by, about=union, reason=reason) as act:
        lock(union)
        left_out = {**union.setup_notes.get(LEFT_OUT, {}), step: reason}
        kept = {code: why for code, why in left_out.items() if why}
        union.setup_notes = {**union.setup_notes, LEFT_OUT: kept}
        union.save()
        act.note(step=step)


def _refuse_without_licence(union: UnionIdentity) -> None:
    if union.site_kind != SiteKind.AGGREGATED:
        return
    missing = {
        "licence_number": _("An aggregated site bears the number of its licence."),
        "licence_date": _("An aggregated site bears the date of its licence."),
        "licence_authority": _("An aggregated site names who issued its licence."),
    }
    problems = {field: words for field, words in missing.items() if not getattr(union, field)}
    if problems:
        raise ValidationError(problems)
