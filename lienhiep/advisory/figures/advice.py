"""What advice, critique and social appraisal count for the annual report: C01 to C09.

Tasks of the Union, seats on councils of others, environmental assessments and comments on
drafts are four different things and are never added up.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.advisory.choices import Answer
from lienhiep.advisory.models import (
    AdvisoryTask,
    CouncilInvitation,
    CouncilMember,
    DraftComment,
    Recommendation,
)
from lienhiep.advisory.rules import READERS
from lienhiep.core.figures import Cause, Counted, Ratio, Summed, figure
from lienhiep.core.period import Period
from lienhiep.directory.models import Person

ADVICE = pgettext_lazy("section of the catalogue", "Advice, critique and social appraisal")
DELIVERY_DATE = _("the day the final report was delivered")
REPLY_DATE = _("the day the asking body replied")
ATTENDANCE_DATE = _("the day the delegate took part")
ADVISORY_TASKS = _("advisory tasks")
ITS_TASK = (Cause("task"),)


def tasks_listed(period: Period) -> Counted:
    """Tasks of the approved yearly lists; of a part of a year, those due in it."""
    return Counted(queryset=AdvisoryTask.objects.listed_for(period))


@figure(
    "C01",
    "advisory.tasks_done",
    label=_("Advisory tasks done"),
    unit=ADVISORY_TASKS,
    section=ADVICE,
    counting_date=DELIVERY_DATE,
    plan=tasks_listed,
)
def tasks_done(period: Period) -> Counted:
    """Tasks of advice, critique and social appraisal whose final report was delivered."""
    return Counted(queryset=AdvisoryTask.objects.delivered_in(period))


@figure(
    "C02",
    "advisory.tasks_by_kind",
    label=_("Advisory tasks by kind"),
    unit=ADVISORY_TASKS,
    section=ADVICE,
    counting_date=DELIVERY_DATE,
)
def tasks_by_kind(period: Period) -> Counted:
    """Tasks done in the period: advice, critique, social appraisal."""
    return Counted(queryset=AdvisoryTask.objects.delivered_in(period), by="kind")


@figure(
    "C03",
    "advisory.tasks_by_origin",
    label=_("Advisory tasks by origin"),
    unit=ADVISORY_TASKS,
    section=ADVICE,
    counting_date=DELIVERY_DATE,
)
def tasks_by_origin(period: Period) -> Counted:
    """Tasks done in the period: asked for, assigned, proposed by the Union."""
    return Counted(queryset=AdvisoryTask.objects.delivered_in(period), by="origin")


@figure(
    "C04",
    "advisory.other_councils",
    label=_("Councils of other bodies joined"),
    unit=_("seats on councils"),
    section=ADVICE,
    counting_date=ATTENDANCE_DATE,
)
def other_councils(period: Period) -> Counted:
    """Councils of other bodies in which a delegate of the Union took part, EIA left out (C06)."""
    seats = CouncilInvitation.objects.attended_in(period).not_environmental()
    return Counted(queryset=seats, by="kind")


@figure(
    "C05",
    "advisory.drafts_commented",
    label=_("Drafts commented on"),
    unit=_("drafts"),
    section=ADVICE,
    counting_date=_("the day the comment was sent"),
)
def drafts_commented(period: Period) -> Counted:
    """Drafts of documents on which the Union sent its comment in writing."""
    return Counted(queryset=DraftComment.objects.sent_in(period), by="kind")


@figure(
    "C06",
    "advisory.environmental_councils",
    label=_("Environmental impact assessment councils joined"),
    unit=_("seats on councils"),
    section=ADVICE,
    counting_date=ATTENDANCE_DATE,
)
def environmental_councils(period: Period) -> Counted:
    """Councils on environmental impact assessments (ĐTM) in which a delegate took part."""
    return Counted(queryset=CouncilInvitation.objects.attended_in(period).environmental())


@figure(
    "C07",
    "advisory.experts",
    label=_("Experts who took part in advisory tasks"),
    unit=_("experts"),
    section=ADVICE,
    counting_date=DELIVERY_DATE,
)
def experts(period: Period) -> Counted:
    """Persons in the councils of tasks done in the period, each counted once."""
    tasks = AdvisoryTask.objects.delivered_in(period).filter(council_on__isnull=False)
    done = tasks.order_by().values("pk")
    seats = CouncilMember.objects.sitting().filter(task__in=done)
    return Counted(
        queryset=Person.objects.filter(pk__in=seats.order_by().values("person")),
        caused_by=(
            Cause("advisory_seats", among=seats.order_by().values("pk")),
            Cause("advisory_seats__task", among=done),
        ),
    )


@figure(
    "C08",
    "advisory.recommendations_taken_up",
    label=_("Recommendations taken up"),
    unit=_("recommendations"),
    section=ADVICE,
    counting_date=REPLY_DATE,
)
def recommendations_taken_up(period: Period) -> Ratio:
    """Recommendations taken up whole or in part, of those that were answered in the period."""
    answered = Recommendation.objects.answered_in(period)
    taken_up = answered.filter(answer__in=(Answer.ACCEPTED, Answer.PARTLY))
    return Ratio(
        queryset=taken_up,
        whole=Counted(queryset=answered, caused_by=ITS_TASK),
        caused_by=ITS_TASK,
    )


@figure(
    "C08a",
    "advisory.recommendations_made",
    label=_("Recommendations made"),
    unit=_("recommendations"),
    section=ADVICE,
    counting_date=DELIVERY_DATE,
)
def recommendations_made(period: Period) -> Counted:
    """Recommendations of the reports delivered in the period, by the answer so far."""
    tasks = AdvisoryTask.objects.delivered_in(period)
    return Counted(queryset=Recommendation.objects.of_tasks(tasks), by="answer", caused_by=ITS_TASK)


@figure(
    "C09",
    "advisory.money_paid",
    label=_("Money paid for advisory tasks"),
    unit="đồng",
    section=ADVICE,
    counting_date=_("the day of the payment"),
    readers=READERS,
)
def money_paid(period: Period) -> Summed:
    """Amounts paid for advisory tasks in the period, in đồng, by source of the money."""
    return Summed(
        queryset=AdvisoryTask.objects.paid_in(period), amount="paid_amount", by="fund_source"
    )
