"""How many members there are and what they are, and the cadres: B04, B09 and B11."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from lienhiep.associations.figures.sections import ORGANISATION
from lienhiep.associations.models import (
    Appointment,
    CadrePlan,
    CadreReview,
    MemberStatement,
    PlannedCadre,
)
from lienhiep.associations.querysets import held_on
from lienhiep.associations.rules import TRUSTED
from lienhiep.core.figures import Cause, Counted, Level, Part, figure
from lienhiep.core.period import Period
from lienhiep.directory.models import Person

LAST_STATEMENT = _("the last statement of each association up to the last day of the period")
PERSONS = _("persons")


@dataclass(frozen=True, kw_only=True)
class LevelOfTwo(Level):
    """A level whose parts are numbers that stand side by side in one statement."""

    fields: tuple[str, ...]

    def parts(self) -> list[Part]:
        """Return one part for each of the numbers, added up over those who state."""
        found = []
        for name in self.fields:
            level = Level(
                queryset=self.queryset, amount=name, on=self.on, day=self.day, who=self.who
            )
            label = str(self.model._meta.get_field(name).verbose_name)
            found.append(Part(label, level.value() or 0, None, name))
        return found


def _level(period: Period, amount: str) -> Level:
    return Level(
        queryset=MemberStatement.objects.of_members_on(period.end),
        amount=amount,
        on="on",
        day=period.end,
        who="organisation",
    )


@figure(
    "B04",
    "associations.members_total",
    label=_("Members of the associations"),
    unit=PERSONS,
    section=ORGANISATION,
    counting_date=LAST_STATEMENT,
)
def members_total(period: Period) -> Level:
    """Members by the last statement of each association that belongs to the Union at the end."""
    return _level(period, "members")


@figure(
    "B09",
    "associations.cadres_planned",
    label=_("Cadres in the plans reviewed"),
    unit=PERSONS,
    section=ORGANISATION,
    counting_date=_("the day of the review"),
    readers=TRUSTED,
)
def cadres_planned(period: Period) -> Counted:
    """Persons who stand, at the end, in a cadre plan that was reviewed in the period."""
    reviewed = CadrePlan.objects.reviewed_in(period).order_by().values("pk")
    standing = PlannedCadre.objects.filter(held_on(period.end), plan__in=reviewed)
    reviews = CadreReview.objects.filter(on__range=(period.start, period.end))
    return Counted(
        queryset=Person.objects.filter(pk__in=standing.values("person")),
        caused_by=(
            Cause("cadre_plans__plan", among=reviewed),
            Cause("cadre_plans__plan__reviews", among=reviews.order_by().values("pk")),
        ),
    )


@figure(
    "B09a",
    "associations.appointments_made",
    label=_("Cadres appointed"),
    unit=PERSONS,
    section=ORGANISATION,
    counting_date=_("the day of the decision"),
    readers=TRUSTED,
)
def appointments_made(period: Period) -> Counted:
    """Appointments decided in the period and not revoked, by kind."""
    return Counted(queryset=Appointment.objects.decided_in(period), by="kind")


@figure(
    "B11",
    "associations.degree_holders",
    label=_("Members with a postgraduate degree"),
    unit=PERSONS,
    section=ORGANISATION,
    counting_date=LAST_STATEMENT,
)
def degree_holders(period: Period) -> LevelOfTwo:
    """Doctors and masters by the last statement of each association; professors are doctors."""
    statements = MemberStatement.objects.of_members_on(period.end).annotate(
        graduates=Coalesce(F("doctors"), 0) + Coalesce(F("masters"), 0)
    )
    return LevelOfTwo(
        queryset=statements.filter(Q(doctors__isnull=False) | Q(masters__isnull=False)),
        amount="graduates",
        fields=("doctors", "masters"),
        on="on",
        day=period.end,
        who="organisation",
    )


@figure(
    "B11a",
    "associations.women",
    label=_("Women among the members"),
    unit=PERSONS,
    section=ORGANISATION,
    counting_date=LAST_STATEMENT,
)
def women(period: Period) -> Level:
    """Women by the last statement of each association."""
    return _level(period, "women")


@figure(
    "B11b",
    "associations.professors",
    label=_("Professors and associate professors among the members"),
    unit=PERSONS,
    section=ORGANISATION,
    counting_date=LAST_STATEMENT,
)
def professors(period: Period) -> Level:
    """Professors and associate professors by the last statement of each association."""
    return _level(period, "professors")


@figure(
    "B11c",
    "associations.young_members",
    label=_("Members up to 35 years"),
    unit=PERSONS,
    section=ORGANISATION,
    counting_date=LAST_STATEMENT,
)
def young_members(period: Period) -> Level:
    """Members up to 35 years by the last statement of each association."""
    return _level(period, "young")
