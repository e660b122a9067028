"""Training: technical courses, and courses in association work."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import display
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from lienhiep.core.files import RecordFileField
from lienhiep.core.history import Recorded
from lienhiep.core.text import clean, clean_lines
from lienhiep.events.choices import CourseKind
from lienhiep.events.files import COURSE_MATERIAL
from lienhiep.events.models.event import Event
from lienhiep.events.querysets import EventQuerySet


class Course(Event):
    """A class (lớp tập huấn, lớp bồi dưỡng): one group of people over one or more sessions."""

    kind = models.CharField(
        _("kind of course"),
        max_length=20,
        choices=CourseKind.choices,
        default=CourseKind.ASSOCIATION_WORK,
    )
    sessions = models.PositiveSmallIntegerField(
        _("number of sessions"),
        default=1,
        validators=[MinValueValidator(1)],
        help_text=_("Half days of teaching; after the course, those that really took place."),
    )
    decision = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("decision or plan of the course"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="courses_called",
    )
    content = models.TextField(
        _("content of the course"),
        blank=True,
        help_text=_("Plain text; an empty line begins a new paragraph."),
    )
    material = RecordFileField(_("material of the course"), use=COURSE_MATERIAL, blank=True)
    certificates = models.PositiveIntegerField(
        _("certificates given"), null=True, blank=True, editable=False
    )

    objects = EventQuerySet.as_manager()

    class Meta(Event.Meta):
        abstract = False
        verbose_name = _("training course")
        verbose_name_plural = _("training courses")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(condition=Q(sessions__gte=1), name="events_course_sessions"),
            models.CheckConstraint(
                condition=Q(certificates=None) | Q(held_on__isnull=False),
                name="events_course_certificates_when_held",
            ),
        ]

    @property
    @display(description=_("kind of course"))
    def kind_label(self) -> str:
        """The kind in words, for exports."""
        return str(self.get_kind_display())

    @property
    @display(description=_("Teachers"))
    def teacher_names(self) -> str:
        """Who teaches, in order."""
        return ", ".join(str(row.person) for row in self.teachers.all())

    def clean(self) -> None:
        """Put the content in composed letters."""
        super().clean()
        self.content = clean_lines(self.content)


class Teacher(Recorded):
    """Somebody who teaches in a course (giảng viên, báo cáo viên)."""

    sort_order_field = "position"

    course = ParentalKey(
        Course, verbose_name=_("training course"), on_delete=models.CASCADE, related_name="teachers"
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("teacher"),
        on_delete=models.PROTECT,
        related_name="courses_taught",
    )
    topic = models.CharField(_("topic taught"), max_length=255, blank=True)
    position = models.PositiveSmallIntegerField(
        _("place among the teachers"), default=0, editable=False
    )

    class Meta:
        verbose_name = _("teacher of a course")
        verbose_name_plural = _("teachers of a course")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["course", "person"], name="events_teacher_once")
        ]

    def __str__(self) -> str:
        return str(self.person)

    def history_owner(self) -> Recorded:
        """Stand in the history of the course."""
        return self.course

    def clean(self) -> None:
        """Put the topic in composed letters."""
        super().clean()
        self.topic = clean(self.topic)

    def after_recorded(self) -> None:
        """Let the course be found by the name of the teacher."""
        super().after_recorded()
        self.course.after_recorded()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove the teacher, by whose name the course is found no longer."""
        course = self.course
        result = super().delete(*args, **kwargs)
        if Course.objects.filter(pk=course.pk).exists():
            course.after_recorded()
        return result
