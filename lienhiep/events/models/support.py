"""What sponsors give to the Union, and what the Union gives to others."""

from __future__ import annotations

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.money import format_money
from lienhiep.core.money_fields import MoneyField
from lienhiep.core.period import today
from lienhiep.core.principals import ANYONE, organisation_key
from lienhiep.core.text import clean
from lienhiep.core.validators import validate_not_in_future
from lienhiep.events.choices import SponsorshipState, SupportKind
from lienhiep.events.querysets import CharityQuerySet, SponsorshipQuerySet
from lienhiep.events.validators import validate_amount


class Sponsorship(Guarded):
    """A sponsorship (tài trợ): promised, then received, or given up. Amounts are in đồng."""

    sponsor = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("sponsor"),
        on_delete=models.PROTECT,
        related_name="sponsorships",
    )
    purpose = models.CharField(
        _("sponsored purpose"), max_length=255, help_text=_("Such as a contest and its year.")
    )
    kind = models.CharField(
        _("form of support"),
        max_length=10,
        choices=SupportKind.choices,
        default=SupportKind.MONEY,
    )
    goods = models.CharField(
        _("goods or services"), max_length=255, blank=True, help_text=_("For support in kind.")
    )
    amount_promised = MoneyField(
        _("amount promised (đồng)"),
        help_text=_("For support in kind, its value as both sides put it."),
    )
    promised_on = models.DateField(_("promised on"), default=today)
    amount_received = MoneyField(_("amount received (đồng)"), null=True, blank=True, editable=False)
    received_on = models.DateField(
        _("sponsorship received on"), null=True, blank=True, editable=False
    )
    released_on = models.DateField(_("given up on"), null=True, blank=True, editable=False)
    release_reason = models.TextField(_("why it was given up"), blank=True, editable=False)
    document = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("letter or agreement of the sponsor"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sponsorships",
    )
    is_public = models.BooleanField(
        _("sponsor named on the site"),
        default=True,
        help_text=_("The sponsor and the purpose; never the amount."),
    )

    objects = SponsorshipQuerySet.as_manager()

    class Meta:
        verbose_name = _("sponsorship")
        verbose_name_plural = _("sponsorships")
        ordering = ["-promised_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount_promised__gte=0), name="events_sponsorship_promised"
            ),
            models.CheckConstraint(
                condition=Q(received_on=None, amount_received=None)
                | Q(received_on__gte=F("promised_on"), amount_received__gt=0),
                name="events_sponsorship_received_with_amount",
            ),
            models.CheckConstraint(
                condition=Q(released_on=None, release_reason="")
                | (Q(released_on__isnull=False, received_on=None) & ~Q(release_reason="")),
                name="events_sponsorship_released_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sponsor}: {self.purpose}"

    @property
    def state(self) -> SponsorshipState:
        """What has become of it; agrees with `SponsorshipQuerySet.with_state`."""
        if self.released_on:
            return SponsorshipState.RELEASED
        return SponsorshipState.RECEIVED if self.received_on else SponsorshipState.PROMISED

    @property
    @display(description=_("State of the sponsorship"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("amount promised (đồng)"))
    def promised_label(self) -> str:
        """The amount promised as an office writes it."""
        return format_money(self.amount_promised)

    @property
    @display(description=_("amount received (đồng)"))
    def received_label(self) -> str:
        """The amount received as an office writes it; nothing until it has come."""
        return "" if self.amount_received is None else format_money(self.amount_received)

    def reader_keys(self) -> set[str]:
        """Let the sponsor read their own, and anyone what is named on the site."""
        keys = {organisation_key(self.sponsor_id)}
        is_named = self.is_public and self.state == SponsorshipState.RECEIVED
        return keys | {ANYONE} if is_named else keys

    def clean(self) -> None:
        """Put texts in composed letters; refuse money without an amount and a future promise."""
        super().clean()
        self.purpose = clean(self.purpose)
        self.goods = clean(self.goods)
        validate_not_in_future("promised_on", self.promised_on)
        validate_amount(
            "amount_promised", self.amount_promised, needed=self.kind == SupportKind.MONEY
        )


class CharityEvent(Guarded):
    """Something done for others (hoạt động nhân đạo, từ thiện). The amount is in đồng."""

    title = models.CharField(_("what was done"), max_length=255)
    done_on = models.DateField(_("done on"), default=today)
    host = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("done by"),
        on_delete=models.PROTECT,
        related_name="charity_events",
    )
    place = models.CharField(_("place of the charity"), max_length=255, blank=True)
    amount = MoneyField(
        _("value given (đồng)"), default=0, help_text=_("Money and goods together.")
    )
    beneficiaries = models.PositiveIntegerField(
        _("people helped"),
        null=True,
        blank=True,
        help_text=_("A number only: their names and circumstances are not kept here."),
    )
    note = models.TextField(_("note on the charity"), blank=True)
    is_public = models.BooleanField(_("charity on the site"), default=True)

    objects = CharityQuerySet.as_manager()

    class Meta:
        verbose_name = _("charity event")
        verbose_name_plural = _("charity events")
        ordering = ["-done_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="events_charityevent_amount")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    @display(description=_("value given (đồng)"))
    def amount_label(self) -> str:
        """The amount as an office writes it."""
        return format_money(self.amount)

    def reader_keys(self) -> set[str]:
        """Open it to who did it, and to anyone where it stands on the site."""
        keys = {organisation_key(self.host_id)}
        return keys | {ANYONE} if self.is_public else keys

    def clean(self) -> None:
        """Put texts in composed letters; refuse a day in the future."""
        super().clean()
        self.title, self.place = clean(self.title), clean(self.place)
        validate_not_in_future("done_on", self.done_on)
