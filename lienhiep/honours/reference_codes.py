"""Deadlines and thresholds of commendation, kept as dated data with their source."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

ANSWER_DAYS = "honours.answer_days"
CONFER_DAYS = "honours.confer_days"
VOTE_PERCENT = "honours.vote_percent"
CHILD_AGE = "honours.child_age"

expect_reference(
    ANSWER_DAYS,
    label=_("Days to decide on a nomination for an honour"),
    of=int,
    description=_("From the day the nomination reaches the office to its decision."),
)
expect_reference(
    CONFER_DAYS,
    label=_("Days to hand over an honour of the Union"),
    of=int,
    description=_("From the decision to the day of the conferral."),
)
expect_reference(
    VOTE_PERCENT,
    label=_("Share of votes that a nominee needs, in percent"),
    of=int,
    description=_("Of the members of the council who voted; a nominee with less is not honoured."),
)
expect_reference(
    CHILD_AGE,
    label=_("Age under which somebody is a child"),
    of=int,
    description=_("A younger person is named on the public site only with a consent to it."),
)
