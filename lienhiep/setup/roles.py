"""The roles of an office, each in one sentence for whoever gives them out."""

from __future__ import annotations

from typing import Any

from django.utils.translation import pgettext_lazy

from lienhiep.accounts.choices import Role

IN_A_SENTENCE = {
    Role.ADMINISTRATOR: pgettext_lazy(
        "setup role", "Invites people, gives and ends roles, sets the Union up; reads no records."
    ),
    Role.LEADER: pgettext_lazy(
        "setup role", "Reads everything of the office, decides, signs, and freezes reports."
    ),
    Role.OFFICE_MANAGER: pgettext_lazy(
        "setup role",
        "Keeps all registers, takes spreadsheets in, follows what is due (Chánh Văn phòng).",
    ),
    Role.RECORDS_CLERK: pgettext_lazy(
        "setup role", "Enters incoming and outgoing documents, gives numbers, sends them out."
    ),
    Role.OFFICER: pgettext_lazy(
        "setup role", "Works on what is assigned: associations, advice, events, honours."
    ),
    Role.EDITOR: pgettext_lazy(
        "setup role", "Writes and publishes the articles and pages of the site."
    ),
    Role.JOURNAL_SECRETARY: pgettext_lazy(
        "setup role", "Leads the journal: plan, manuscripts, issues, distribution."
    ),
    Role.CONTEST_ORGANISER: pgettext_lazy(
        "setup role", "Runs contests: entries, jurors, marks, prizes."
    ),
    Role.ACCOUNTANT: pgettext_lazy(
        "setup role", "Sees money: fees, funded projects, sponsorship, prizes."
    ),
    Role.CONTACT_OFFICER: pgettext_lazy(
        "setup role", "Belongs to a member association: receives documents, confirms, reports."
    ),
}


def staff_roles_in_words() -> list[tuple[Any, Any]]:
    """Return every role that is given out in the first hour, with its sentence."""
    return [(Role(role).label, words) for role, words in IN_A_SENTENCE.items()]
