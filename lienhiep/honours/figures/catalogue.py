"""What commendation counts for the annual report: G01 to G06.

An honour that was revoked counts nowhere; one that is only proposed does not count yet.
G01 counts by the year rewarded, because a report tells whose work of its year was
commended, though the decision falls into the next; all that others give counts by their
decision, because until then nobody knows of it.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.figures import Counted, figure
from lienhiep.core.period import Period
from lienhiep.honours.choices import AwardingLevel, FormKind, SubjectKind
from lienhiep.honours.models import EmulationResult, Honour
from lienhiep.honours.querysets import HonourQuerySet

COMMENDATION = _("Commendation")
YEAR_REWARDED = _("the year rewarded, counted where its last day lies in the period")
DECISION = _("the day of the decision")
HONOURS = _("honours of the period")
OF_OFFICES = (
    FormKind.LETTER,
    FormKind.MERIT,
    FormKind.CERTIFICATE,
    FormKind.FLAG,
    FormKind.TITLE,
    FormKind.ORDER,
    FormKind.REWARD,
)
"""What G03 counts; distinctions and medals have figures of their own (G04, G05)."""


def _letters(period: Period) -> HonourQuerySet:
    """Return the letters of commendation of the Union for the years that end in the period."""
    return Honour.objects.in_force().given().of_kind(FormKind.LETTER).rewarding(period)


@figure(
    "G01",
    "honours.letters_given",
    label=_("Letters of commendation of the Union"),
    unit=_("letters of commendation"),
    section=COMMENDATION,
    counting_date=YEAR_REWARDED,
)
def letters_given(period: Period) -> Counted:
    """Letters of commendation (giấy khen) of the Union for a year that ends in the period."""
    return Counted(queryset=_letters(period), by="subject_kind")


@figure(
    "G01a",
    "honours.collectives_commended",
    label=_("Collectives with a letter of commendation"),
    unit=_("collectives"),
    section=COMMENDATION,
    counting_date=YEAR_REWARDED,
)
def collectives_commended(period: Period) -> Counted:
    """Letters of commendation of the Union to collectives for a year that ends in the period."""
    return Counted(queryset=_letters(period).filter(subject_kind=SubjectKind.COLLECTIVE))


@figure(
    "G01b",
    "honours.persons_commended",
    label=_("Persons with a letter of commendation"),
    unit=_("persons honoured"),
    section=COMMENDATION,
    counting_date=YEAR_REWARDED,
)
def persons_commended(period: Period) -> Counted:
    """Letters of commendation of the Union to persons for a year that ends in the period."""
    return Counted(queryset=_letters(period).filter(subject_kind=SubjectKind.PERSON))


@figure(
    "G02",
    "honours.merits_of_the_union",
    label=_("Certificates of merit received by the Union"),
    unit=_("certificates of merit"),
    section=COMMENDATION,
    counting_date=DECISION,
)
def merits_of_the_union(period: Period) -> Counted:
    """Certificates of merit (bằng khen) that others decided to give the Union in the period."""
    decided = Honour.objects.decided_in(period).received().of_kind(FormKind.MERIT)
    return Counted(queryset=decided.of_the_union_itself(), by="form__level")


@figure(
    "G03",
    "honours.province_and_state",
    label=_("Honours of the province and the State"),
    unit=HONOURS,
    section=COMMENDATION,
    counting_date=DECISION,
)
def province_and_state_honours(period: Period) -> Counted:
    """Honours of province and State decided in the period, without medals and distinctions."""
    decided = Honour.objects.decided_in(period).received().of_kind(*OF_OFFICES)
    levels = (AwardingLevel.PROVINCE, AwardingLevel.STATE)
    return Counted(queryset=decided.filter(form__level__in=levels), by="subject_kind")


@figure(
    "G04",
    "honours.intellectuals_honoured",
    label=_("Intellectuals publicly honoured"),
    unit=_("persons honoured"),
    section=COMMENDATION,
    counting_date=DECISION,
)
def intellectuals_honoured(period: Period) -> Counted:
    """Persons publicly honoured (vinh danh) by a decision of the period, by awarding level."""
    decided = Honour.objects.decided_in(period).of_kind(FormKind.DISTINCTION)
    return Counted(queryset=decided.filter(subject_kind=SubjectKind.PERSON), by="form__level")


@figure(
    "G05",
    "honours.medals_received",
    label=_("Commemorative medals"),
    unit=_("commemorative medals"),
    section=COMMENDATION,
    counting_date=DECISION,
)
def medals_received(period: Period) -> Counted:
    """Commemorative medals (kỷ niệm chương) by a decision of the period, by awarding level."""
    return Counted(
        queryset=Honour.objects.decided_in(period).of_kind(FormKind.MEDAL), by="form__level"
    )


@figure(
    "G06",
    "honours.emulation_results",
    label=_("Emulation results of the Union"),
    unit=_("emulation results"),
    section=COMMENDATION,
    counting_date=_("the year of emulation, counted where its last day lies in the period"),
)
def emulation_results(period: Period) -> Counted:
    """Results of the Union in its emulation clusters, for the years that end in the period."""
    return Counted(
        queryset=EmulationResult.objects.of_years_in(period).of_the_union_itself(), by="cluster"
    )
