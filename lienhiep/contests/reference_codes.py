"""Ages and terms that the law or the rules of a contest set, kept as dated data."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

CHILD_UNDER = "contests.child_under"
JOINT_CONSENT_FROM = "contests.joint_consent_from"
CONTACT_KEPT_DAYS = "contests.contact_kept_days"
RESULT_DAYS = "contests.result_days"

expect_reference(
    CHILD_UNDER,
    label=_("Age under which an author is a child"),
    of=int,
    description=_("A child consents through or together with the legal representative."),
)
expect_reference(
    JOINT_CONSENT_FROM,
    label=_("Age from which a child consents together with the representative"),
    of=int,
    description=_("For publishing a child's name, school or picture."),
)
expect_reference(
    CONTACT_KEPT_DAYS,
    label=_("Days for which the contact of a representative is kept"),
    of=int,
    description=_("From the day on which the results of the edition are published."),
)
expect_reference(
    RESULT_DAYS,
    label=_("Days from the deadline of a contest to its results"),
    of=int,
    description=_("The office's own term; an edition beyond it stands among what waits."),
)
