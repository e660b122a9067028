"""The roles that people hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody does for the Union. One person may hold several; codes never change."""

    ADMINISTRATOR = "administrator", _("Administrator")
    LEADER = "leader", _("Leader")
    OFFICE_MANAGER = "office_manager", _("Office manager")
    RECORDS_CLERK = "records_clerk", _("Records clerk")
    OFFICER = "officer", _("Officer")
    EDITOR = "editor", _("Editor")
    JOURNAL_SECRETARY = "journal_secretary", _("Journal secretary")
    CONTEST_ORGANISER = "contest_organiser", _("Contest organiser")
    ACCOUNTANT = "accountant", _("Accountant")
    CONTACT_OFFICER = "contact_officer", _("Contact officer of a member association")
    JUROR = "juror", _("Juror")
    CONTRIBUTOR = "contributor", _("Contributor")
    CONTESTANT = "contestant", _("Contestant")
    EXPERT = "expert", _("Expert")


STAFF_ROLES = frozenset(
    {
        Role.ADMINISTRATOR,
        Role.LEADER,
        Role.OFFICE_MANAGER,
        Role.RECORDS_CLERK,
        Role.OFFICER,
        Role.EDITOR,
        Role.JOURNAL_SECRETARY,
        Role.CONTEST_ORGANISER,
        Role.ACCOUNTANT,
    }
)
"""The roles of those who work in the Union's own office, and enter the back office."""
