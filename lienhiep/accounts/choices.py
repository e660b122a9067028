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


class Language(models.TextChoices):
    """The languages in which the program speaks to somebody."""

    VIETNAMESE = "vi", "Tiếng Việt"
    ENGLISH = "en", "English"


class ConsentPurpose(models.TextChoices):
    """What somebody agrees to; each purpose is asked for by itself, and codes never change."""

    ACCOUNT = "account", _("Using an account")
    CORRESPONDENCE = "correspondence", _("Receiving news and invitations")
    DIRECTORY = "directory", _("Being named in the public directory of experts")
    CONTEST_ENTRY = "contest_entry", _("Taking part in a contest")
    PUBLISH_NAME = "publish_name", _("Publishing name, school and result")
    PUBLISH_IMAGE = "publish_image", _("Publishing photographs and film")
    NATIONAL_ROUND = "national_round", _("Sending the entry to the national round")
    ROYALTIES = "royalties", _("Paying royalties to a contributor")
    EVENT = "event_registration", _("Registering for an event")


PUBLISHING = frozenset(
    {ConsentPurpose.DIRECTORY, ConsentPurpose.PUBLISH_NAME, ConsentPurpose.PUBLISH_IMAGE}
)
"""The purposes that disclose something: from a stated age a child consents to them as well."""


class TextState(models.TextChoices):
    """Where a text of consent stands; it follows from its days."""

    DRAFT = "draft", _("Draft of a text")
    COMING = "coming", _("In force from a later day")
    IN_FORCE = "in_force", _("Text in force")
    OVER = "over", _("Followed by a later text")


TEXT_KINDS = {
    TextState.DRAFT: "neutral",
    TextState.COMING: "doing",
    TextState.IN_FORCE: "good",
    TextState.OVER: "closed",
}
"""How the state of a text is shown."""


class ConsentEnd(models.TextChoices):
    """How a consent ended."""

    SELF = "self", _("Withdrawn by the person")
    REPRESENTATIVE = "representative", _("Withdrawn by the legal representative")
    REPLACED = "replaced", _("Answered anew on a later text")


class ConsentChannel(models.TextChoices):
    """How a consent reached the office."""

    WEBSITE = "website", _("On the website")
    PAPER = "paper", _("On paper")
    EMAIL = "email", _("By e-mail")
    TELEPHONE = "telephone", _("By telephone")


class ConsentGiver(models.TextChoices):
    """Who gave a consent; for a child the representative does (law 91/2025/QH15, art. 24)."""

    SELF = "self", _("The person")
    REPRESENTATIVE = "representative", _("The legal representative")
    BOTH = "both", _("The child and the legal representative")


class DataRight(models.TextChoices):
    """What somebody may ask for about their own data (law 91/2025/QH15, art. 4)."""

    KNOW = "know", _("To know what is done with my data")
    ACCESS = "access", _("To see my data")
    COPY = "copy", _("A copy of my data")
    CORRECT = "correct", _("Correction")
    ERASE = "erase", _("Erasure")
    RESTRICT = "restrict", _("Restriction of use")
    OBJECT = "object", _("Objection to a use")
    COMPLAIN = "complain", _("A complaint about how my data are handled")


RESTRICTING = frozenset({DataRight.RESTRICT, DataRight.OBJECT})
"""Rights which, once granted, keep a person off the public pages until the office ends it."""


class LegalGround(models.TextChoices):
    """Why a request about personal data may be refused."""

    IDENTITY = "identity", _("It is not clear that the person asks, or may ask for somebody else")
    LAW = "law", _("A law asks that the data be kept or used")
    OTHERS = "others", _("It would disclose data or harm rights of others")
    SECRET = "secret", _("State secrets, defence, security or an investigation")
    NOTHING = "nothing", _("Nothing of the kind is kept here")


class RequestState(models.TextChoices):
    """Where a request about personal data stands."""

    OPEN = "open", _("Waiting")
    DONE = "done", _("Done")
    REFUSED = "refused", _("Refused, with the reason")


STATE_KINDS = {
    RequestState.OPEN: "care",
    RequestState.DONE: "good",
    RequestState.REFUSED: "closed",
}
"""How the state of a request is shown; the word always stands beside."""
