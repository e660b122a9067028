"""Conferences, seminars, discussions and meetings, and what was concluded there."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.principals import ANYONE, organisation_key, person_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.events.choices import ConferenceKind
from lienhiep.events.files import MINUTES
from lienhiep.events.models.event import Event
from lienhiep.events.querysets import ConferenceQuerySet


class Conference(Event):
    """A conference (hội nghị), seminar (hội thảo), discussion (tọa đàm) or meeting (họp)."""

    kind = models.CharField(
        _("kind of conference"),
        max_length=20,
        choices=ConferenceKind.choices,
        default=ConferenceKind.CONFERENCE,
    )
    body = models.ForeignKey(
        "associations.Body",
        verbose_name=_("body that meets"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        help_text=_("For a meeting of the executive committee, its standing committee and others."),
    )
    ordinal = models.PositiveSmallIntegerField(
        _("meeting number"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("The number of the meeting within the term of the body."),
    )
    chair = models.ForeignKey(
        "directory.Person",
        verbose_name=_("chaired by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences_chaired",
    )
    studied = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("document studied"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences_studying",
        help_text=_("The resolution or directive that was studied there."),
    )
    invitation = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("invitation or plan"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences_called",
    )
    programme = models.TextField(
        _("programme of the event"),
        blank=True,
        help_text=_("Plain text; an empty line begins a new paragraph."),
    )
    minutes = RecordFileField(_("minutes of the event"), use=MINUTES, blank=True)
    conclusions_public = models.BooleanField(
        _("conclusions on the site"),
        default=False,
        help_text=_("The conclusions stand on the page of the event."),
    )

    objects = ConferenceQuerySet.as_manager()

    class Meta(Event.Meta):
        abstract = False
        verbose_name = _("conference")
        verbose_name_plural = _("conferences")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(body__isnull=False) | ~Q(kind=ConferenceKind.BODY_MEETING),
                name="events_conference_meeting_of_a_body",
                violation_error_message=_("Say which body meets."),
            ),
            models.CheckConstraint(
                condition=Q(ordinal=None) | Q(body__isnull=False),
                name="events_conference_numbered_in_a_body",
                violation_error_message=_("A meeting is numbered within the body that meets."),
            ),
        ]

    @property
    @display(description=_("kind of conference"))
    def kind_label(self) -> str:
        """The kind in words, for exports."""
        return str(self.get_kind_display())

    @property
    @display(description=_("Held together with"))
    def co_host_names(self) -> str:
        """Who holds it beside the host."""
        return ", ".join(str(row.organisation) for row in self.co_hosts.all())

    @property
    def shows_conclusions(self) -> bool:
        """Whether anyone may read the conclusions."""
        return self.is_public and self.conclusions_public and self.held_on is not None

    def outside_keys(self) -> set[str]:
        """Let hosts, the chair and the body that meets read it before it is announced."""
        keys = super().outside_keys()
        keys |= {organisation_key(row.organisation_id) for row in self.co_hosts.all()}
        if self.chair_id is not None:
            keys.add(person_key(self.chair_id))
        if self.body is not None and self.body.is_of_union:
            keys.add(f"seat:{self.body.kind}")
        return keys

    def rows_read_with_it(self) -> list[Any]:
        """Name the conclusions."""
        return [self.conclusions.all()] if self.pk else []

    def clean(self) -> None:
        """Refuse a meeting without its body; put the programme in composed letters."""
        super().clean()
        self.programme = clean_lines(self.programme)
        if self.kind == ConferenceKind.BODY_MEETING and self.body_id is None:
            raise ValidationError({"body": gettext("Say which body meets.")})
        if self.ordinal is not None and self.body_id is None:
            raise ValidationError(
                {"ordinal": gettext("A meeting is numbered within the body that meets.")}
            )


class CoHost(Recorded):
    """An organisation that holds a conference together with the host (đơn vị phối hợp)."""

    conference = ParentalKey(
        Conference,
        verbose_name=_("conference"),
        on_delete=models.CASCADE,
        related_name="co_hosts",
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("co-organiser"),
        on_delete=models.PROTECT,
        related_name="conferences_co_hosted",
    )

    class Meta:
        verbose_name = _("co-organiser of a conference")
        verbose_name_plural = _("co-organisers of a conference")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "organisation"], name="events_cohost_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def history_owner(self) -> Recorded:
        """Stand in the history of the conference."""
        return self.conference

    def after_recorded(self) -> None:
        """Let the co-organiser read the conference."""
        super().after_recorded()
        self.conference.after_recorded()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove the co-organiser, who reads the conference no longer by this row."""
        conference = self.conference
        result = super().delete(*args, **kwargs)
        if Conference.objects.filter(pk=conference.pk).exists():
            conference.after_recorded()
        return result


class Conclusion(Guarded):
    """A conclusion of a conference (kết luận hội nghị): one task or finding, in its order.

    A record of its own, so that a plan of next year can name the conclusion it comes from.
    """

    conference = models.ForeignKey(
        Conference,
        verbose_name=_("conference"),
        on_delete=models.PROTECT,
        related_name="conclusions",
    )
    number = models.PositiveSmallIntegerField(
        _("conclusion number"), validators=[MinValueValidator(1)]
    )
    text = models.TextField(_("text of the conclusion"))
    speaker = models.ForeignKey(
        "directory.Person",
        verbose_name=_("concluded by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conclusions_spoken",
    )

    class Meta:
        verbose_name = _("conclusion of a conference")
        verbose_name_plural = _("conclusions of conferences")
        ordering = ["conference", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "number"],
                name="events_conclusion_number_once",
                violation_error_message=_("This conference has a conclusion of that number."),
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="events_conclusion_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"

    def reader_keys(self) -> set[str]:
        """Let those read it who read the conference; anyone only where it stands on the site."""
        keys = self.conference.outside_keys()
        return keys | {ANYONE} if self.conference.shows_conclusions else keys

    def clean(self) -> None:
        """Put the text in composed letters."""
        super().clean()
        self.text = clean(self.text)
