"""The form of consent of an entry, to be ticked and signed by hand."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from lienhiep.accounts.actions import texts_in_force
from lienhiep.contests.consent_texts import TEXTS
from lienhiep.contests.forms.intake import PURPOSES
from lienhiep.contests.models import Entry, EntryAuthor
from lienhiep.core.papers import Paper, box, heading, new_sheet, signers, table, title, words
from lienhiep.core.period import today
from lienhiep.core.text import format_date

DOTS = "……………………………………"


def consent_form_pdf(entry: Entry) -> bytes:
    """Set one sheet for each author: what is asked, a box for each purpose, who signs.

    No box is ticked. A child signs beside the representative, who writes name and relation.
    """
    parts: list[dict[str, Any]] = []
    for author in entry.authors.select_related("person", "school", "entry__unit"):
        if parts:
            parts += [new_sheet(), title(_("Form of consent"))]
        parts += _sheet(author)
    return Paper(title=_("Form of consent"), subtitle=str(entry.edition), parts=parts).pdf()


def _sheet(author: EntryAuthor) -> list[dict[str, Any]]:
    entry = author.entry
    of_child = entry.edition.contest.is_for_children
    born = author.person.birth_date
    facts = [
        (_("Entry"), f"{entry.title} ({entry.code})"),
        (_("Author"), author.person.full_name),
        (_("Day of birth"), format_date(born) if born else DOTS),
        (_("School or unit"), " ".join(filter(None, [author.class_name, author.school_label]))),
    ]
    if of_child:
        facts += [
            (_("Representative (full name)"), DOTS),
            (_("Relation to the author"), DOTS),
            (_("Telephone"), DOTS),
        ]
    texts = texts_in_force(PURPOSES, today())
    parts = [table([_("Item"), _("Content")], facts, (2, 5)), heading(_("Tick what you agree to"))]
    for purpose in PURPOSES:
        text = texts.get(purpose)
        note = ""
        if text is not None:
            note = _("Receives: %(who)s. Kept: %(time)s. Text %(version)s.") % {
                "who": text.recipients,
                "time": text.retention,
                "version": text.version,
            }
        parts.append(box(purpose.label, text.text if text else TEXTS[purpose], note))
    parts.append(
        words(
            _(
                "Each purpose is asked by itself; a box that stays empty is no consent. You may "
                "withdraw any day, at the desk or at the office, without giving a reason."
            )
        )
    )
    note = _("(signature, full name)")
    places = [(_("Author"), note)]
    if of_child:
        places.append((_("Legal representative"), note))
    parts.append(signers(*places))
    return parts
