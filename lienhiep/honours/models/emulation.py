"""What became of a year in an emulation cluster."""

from __future__ import annotations

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import ANYONE, organisation_key
from lienhiep.core.text import clean
from lienhiep.core.validators import validate_not_in_future
from lienhiep.honours.models.subject import YEARS
from lienhiep.honours.querysets import EmulationResultQuerySet


class EmulationResult(Guarded):
    """How an organisation came out in its emulation cluster in a year (cụm, khối thi đua)."""

    year = models.PositiveSmallIntegerField(_("year of emulation"), validators=YEARS)
    cluster = models.CharField(
        _("emulation cluster"), max_length=120, help_text=_("By its name or number.")
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("member of the cluster"),
        on_delete=models.PROTECT,
        related_name="emulation_results",
    )
    lead_unit = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("head of the cluster that year"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    awarding_body = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("judged by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    rank = models.PositiveSmallIntegerField(_("place in the cluster"), null=True, blank=True)
    members = models.PositiveSmallIntegerField(_("members of the cluster"), null=True, blank=True)
    result = models.CharField(
        _("result in words"), max_length=255, blank=True, help_text=_("Where no place is stated.")
    )
    own_score = models.DecimalField(
        _("score given to oneself"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    final_score = models.DecimalField(
        _("final score"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    decision = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("decision in the register of documents"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    announced_on = models.DateField(_("announced on"), null=True, blank=True)
    is_public = models.BooleanField(_("result on the public site"), default=True)
    note = models.TextField(_("note on the result"), blank=True)

    objects = EmulationResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("emulation result")
        verbose_name_plural = _("emulation results")
        ordering = ["-year", "cluster", "rank", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "cluster", "organisation"],
                name="honours_emulationresult_once",
                violation_error_message=_("This result is on record already."),
            ),
            models.CheckConstraint(
                condition=Q(rank=None) | Q(rank__gte=1),
                name="honours_emulationresult_rank_from_one",
                violation_error_message=_("The first place is 1."),
            ),
            models.CheckConstraint(
                condition=Q(rank=None) | Q(members=None) | Q(rank__lte=F("members")),
                name="honours_emulationresult_rank_within",
                violation_error_message=_("The place is higher than the number of members."),
            ),
            models.CheckConstraint(
                condition=Q(rank__isnull=False) | ~Q(result=""),
                name="honours_emulationresult_says_it",
                violation_error_message=_("State the place, or the result in words."),
            ),
        ]

    def __str__(self) -> str:
        return gettext("%(cluster)s, %(year)s: %(outcome)s") % {
            "cluster": self.cluster,
            "year": self.year,
            "outcome": self.outcome,
        }

    @property
    @display(description=_("Outcome"))
    def outcome(self) -> str:
        """The place, of how many where that is known, or the result in words."""
        if self.rank is None:
            return self.result
        if self.members is None:
            return gettext("place %(rank)s") % {"rank": self.rank}
        return gettext("place %(rank)s of %(members)s") % {
            "rank": self.rank,
            "members": self.members,
        }

    def reader_keys(self) -> set[str]:
        """Let anyone read what is public, and the organisation its own."""
        keys = {organisation_key(self.organisation_id)}
        return keys | {ANYONE} if self.is_public else keys

    def clean(self) -> None:
        """Put texts in composed letters; refuse a day that has not come."""
        super().clean()
        self.cluster = clean(self.cluster)
        self.result = clean(self.result)
        validate_not_in_future("announced_on", self.announced_on)
