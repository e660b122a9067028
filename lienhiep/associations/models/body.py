"""Bodies, the positions in them, the terms for which they serve, and who sat in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import STAFF_ROLES
from lienhiep.associations.choices import ELECTED_BODIES, SENSITIVE_BODIES, BodyKind, TermState
from lienhiep.associations.querysets import BodyQuerySet, PositionQuerySet, TermQuerySet
from lienhiep.associations.validators import validate_stretch, validate_within, written
from lienhiep.core.guarding import Guarded, refresh_all_keys
from lienhiep.core.period import today
from lienhiep.core.principals import ANYONE, organisation_key, role_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import KEEPABLE

STAFF_KEYS = frozenset(role_key(role) for role in STAFF_ROLES)


class Body(Guarded):
    """A part of an organisation that people sit in: its Executive Committee, its office."""

    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("body of"),
        on_delete=models.PROTECT,
        related_name="bodies",
        limit_choices_to=KEEPABLE,
    )
    kind = models.CharField(_("kind of body"), max_length=20, choices=BodyKind.choices)
    name = models.CharField(
        _("name of the body"), max_length=200, help_text=_("As it stands on its decisions.")
    )
    since = models.DateField(_("body exists since"), null=True, blank=True)
    until = models.DateField(
        _("body existed until"), null=True, blank=True, editable=False, help_text=_("The last day.")
    )
    ending_reason = models.TextField(_("why the body ended"), blank=True, editable=False)
    decision = models.CharField(
        _("decision on the body"), max_length=150, blank=True, help_text=_("Number and day.")
    )
    rank = models.PositiveSmallIntegerField(
        _("place among bodies of its kind"), default=1, help_text=_("1 stands first.")
    )
    is_public = models.BooleanField(
        _("body on the public site"),
        default=True,
        help_text=_("Whether readers see who sits in it. A Party cell is never public."),
    )
    note = models.TextField(_("note on the body"), blank=True)

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("body of an organisation")
        verbose_name_plural = _("bodies of organisations")
        ordering = ["organisation__sort_key", "rank", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                name="associations_body_days_in_order",
                violation_error_message=_("A body cannot end before it began."),
            ),
            models.CheckConstraint(
                condition=Q(until=None, ending_reason="")
                | (Q(until__isnull=False) & ~Q(ending_reason="")),
                name="associations_body_ended_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(kind=BodyKind.PARTY_CELL, is_public=True),
                name="associations_body_party_cell_closed",
                violation_error_message=_("A Party cell never stands on the public site."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=Q(until=None),
                name="associations_body_name_once",
                violation_error_message=_("The organisation has a body of this name already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.organisation})"

    @property
    def is_sensitive(self) -> bool:
        """Whether a seat here tells what the law calls sensitive (law 91/2025/QH15)."""
        return self.kind in SENSITIVE_BODIES

    @property
    def is_of_union(self) -> bool:
        """Whether it is a body of the Union itself, not of a member."""
        return self.organisation.kind == OrganisationKind.OWN_UNION

    def reader_keys(self) -> set[str]:
        """Let readers see public bodies, the staff the others, an association its own.

        That there is a Party cell, and what its term is, those know who read all bodies.
        """
        if self.is_sensitive:
            return set()
        if self.is_public:
            return {ANYONE}
        return {organisation_key(self.organisation_id), *STAFF_KEYS}

    def clean(self) -> None:
        """Put texts in composed letters; close a Party cell; keep its days in order."""
        super().clean()
        self.name = clean(self.name)
        self.decision = clean(self.decision)
        self.note = clean_lines(self.note)
        if self.kind in SENSITIVE_BODIES and self.is_public:
            raise ValidationError(
                {"is_public": gettext("A Party cell never stands on the public site.")}
            )
        validate_stretch(self.since, self.until, "until")

    @classmethod
    def after_all_recorded(cls, rows: Sequence[Body]) -> None:
        """Write the keys of new bodies at once; nothing stands on them yet."""
        refresh_all_keys(cls, rows)

    def after_recorded(self) -> None:
        """Open or close terms, congresses and seats together with their body."""
        super().after_recorded()
        seats = self.seats.select_related("body", "person")
        for rows in (self.terms.all(), self.congresses.all(), seats):
            found = list(rows)
            if found:
                type(found[0]).after_all_recorded(found)


class Position(Guarded):
    """A position that somebody may hold in a body (chức danh): reference data of the office."""

    code = models.SlugField(_("code of the position"), max_length=40, unique=True)
    name = models.CharField(_("name of the position"), max_length=120)
    rank = models.PositiveSmallIntegerField(
        _("rank of the position"), default=50, help_text=_("The lower number stands first.")
    )
    most = models.PositiveSmallIntegerField(
        _("how many may hold it at once"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("In one body. Empty: any number."),
    )
    is_head = models.BooleanField(
        _("heads its body"),
        default=False,
        help_text=_("A body whose kind needs a head is checked for one."),
    )
    acts_for_organisation = models.BooleanField(
        _("acts for its organisation"),
        default=False,
        help_text=_("Whoever holds it in a member association works at its desk here."),
    )
    is_active = models.BooleanField(_("position in use"), default=True)

    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("position in a body")
        verbose_name_plural = _("positions in bodies")
        ordering = ["rank", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(most=None) | Q(most__gte=1), name="associations_position_most"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def reader_keys(self) -> set[str]:
        """Let anybody know which positions there are."""
        return {ANYONE}

    def clean(self) -> None:
        """Put the name in composed letters."""
        super().clean()
        self.name = clean(self.name)


class Term(Guarded):
    """The time for which a body was elected (nhiệm kỳ).

    Label, first day, legal due day and real end are four facts: the term "2019-2024" of the
    Union began on 26/07/2019, was due on 26/07/2024, and ended on 29/12/2025.
    """

    body = models.ForeignKey(
        Body, verbose_name=_("body of the term"), on_delete=models.PROTECT, related_name="terms"
    )
    label = models.CharField(
        _("label of the term"), max_length=30, help_text=_("As it is printed, such as 2019-2024.")
    )
    started_on = models.DateField(_("term began on"))
    due_on = models.DateField(
        _("term due on"),
        help_text=_("The day by which charter and law want the next congress."),
    )
    ended_on = models.DateField(
        _("term really ended on"),
        null=True,
        blank=True,
        help_text=_("The last day. Empty while the term runs, overdue or not."),
    )
    note = models.TextField(_("note on the term"), blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term of a body")
        verbose_name_plural = _("terms of bodies")
        ordering = ["-started_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "started_on"],
                name="associations_term_begins_once",
                violation_error_message=_("A term of this body began on that day."),
            ),
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(ended_on=None),
                name="associations_term_open_once",
                violation_error_message=_("Another term of this body has not ended yet."),
            ),
            models.CheckConstraint(
                condition=Q(due_on__gt=F("started_on")),
                name="associations_term_due_after_begin",
                violation_error_message=_("A term is due after it began."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="associations_term_days_in_order",
                violation_error_message=_("A term cannot end before it begins."),
            ),
        ]
        indexes = [models.Index(fields=["due_on", "ended_on"])]

    def __str__(self) -> str:
        return gettext("%(body)s, term %(label)s") % {"body": self.body, "label": self.label}

    def state_on(self, day: date) -> TermState:
        """Where the term stands on a day."""
        if self.started_on > day:
            return TermState.COMING
        if self.ended_on is not None and self.ended_on < day:
            return TermState.ENDED
        return TermState.OVERDUE if self.due_on < day else TermState.RUNNING

    @property
    def state(self) -> TermState:
        """Where the term stands today; agrees with `TermQuerySet.with_state`."""
        return self.state_on(today())

    @property
    @display(description=_("State of the term"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    def reader_keys(self) -> set[str]:
        """Be read by those who read the body."""
        return self.body.reader_keys()

    def clean(self) -> None:
        """Refuse days out of order, outside the life of the body, or shared with another term."""
        super().clean()
        self.label = clean(self.label)
        self.note = clean_lines(self.note)
        if not self.started_on:
            return
        validate_stretch(self.started_on, self.ended_on, "ended_on")
        if self.due_on and self.due_on <= self.started_on:
            raise ValidationError({"due_on": gettext("A term is due after it began.")})
        if self.body_id:
            body = self.body
            validate_within("started_on", self.started_on, body.since, body.until, body.name)
            self._refuse_overlap()

    def _refuse_overlap(self) -> None:
        others = Term.objects.filter(body=self.body_id).exclude(pk=self.pk)
        for other in others:
            starts_before = other.ended_on is None or other.ended_on >= self.started_on
            ends_after = self.ended_on is None or self.ended_on >= other.started_on
            if starts_before and ends_after:
                raise ValidationError({"started_on": self._overlap_message(other)})

    @staticmethod
    def _overlap_message(other: Term) -> str:
        if other.ended_on is None:
            return gettext("The term %(label)s of this body has not ended yet.") % {
                "label": other.label
            }
        return gettext("The term %(label)s of this body ran until %(until)s.") % {
            "label": other.label,
            "until": written(other.ended_on),
        }

    @classmethod
    def serving(cls, body: Body, day: date) -> Term | None:
        """Return the term that a body serves on a day: its own, or that of the congress."""
        rows = cls.objects.running_on(day).order_by("-started_on")
        own = rows.filter(body=body).first()
        if own is not None or body.kind not in ELECTED_BODIES:
            return own
        return rows.filter(
            body__organisation=body.organisation_id, body__kind=BodyKind.EXECUTIVE
        ).first()
