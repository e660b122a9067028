"""Questions of readers that the Union answers on the site."""

from __future__ import annotations

from django.conf import settings
from django.contrib.admin import display
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import ANYONE
from lienhiep.core.text import clean, clean_lines, slugify
from lienhiep.portal.choices import QuestionState
from lienhiep.portal.querysets import QuestionQuerySet

LONGEST_QUESTION = 4000


class QuestionCategory(Guarded):
    """What questions are about (lĩnh vực hỏi đáp)."""

    name = models.CharField(_("field of questions"), max_length=100)
    slug = models.SlugField(
        _("word in the address"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Left empty, it is made of the name."),
    )
    position = models.PositiveSmallIntegerField(_("place in the order"), default=0)

    class Meta:
        verbose_name = _("field of questions")
        verbose_name_plural = _("fields of questions")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Make the word of the address where none was typed."""
        super().clean()
        self.name = clean(self.name)
        self.slug = self.slug or slugify(self.name)


class Question(Guarded):
    """A question of a reader (hỏi đáp) and the Union's answer.

    The name of the asker is shown only where they want it; their address never is.
    """

    # Who asked never changes, and need not be kept twice.
    history_ignored = frozenset({"name", "email", "place"})

    title = models.CharField(_("question in one sentence"), max_length=255)
    text = models.TextField(_("question at length"), max_length=LONGEST_QUESTION, blank=True)
    category = models.ForeignKey(
        QuestionCategory,
        verbose_name=_("field of questions"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
    )
    name = models.CharField(_("name of the asker"), max_length=120, blank=True)
    place = models.CharField(_("where the asker lives"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address of the asker"), blank=True)
    shows_name = models.BooleanField(_("the name may be shown"), default=False)
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now, editable=False)
    state = models.CharField(
        _("state of the question"),
        max_length=10,
        choices=QuestionState.choices,
        default=QuestionState.WAITING,
        editable=False,
    )
    answer = RichTextField(
        _("answer"), blank=True, features=["bold", "italic", "ol", "ul", "link", "document-link"]
    )
    answered_as = models.CharField(
        _("who answers"),
        max_length=200,
        blank=True,
        help_text=_("As readers see it, such as the office of the Union."),
    )
    published_at = models.DateTimeField(_("answer shown at"), null=True, editable=False)
    decided_at = models.DateTimeField(_("question decided at"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("question decided by"),
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    refusal_reason = models.CharField(
        _("why it is not answered here"), max_length=300, blank=True, editable=False
    )
    imported_id = models.CharField(_("number on the former site"), max_length=60, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question of a reader")
        verbose_name_plural = _("questions of readers")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=QuestionState.PUBLISHED) | Q(published_at__isnull=False),
                name="portal_question_published_at_a_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-published_at"], name="portal_question_shown"),
            models.Index(fields=["state", "asked_at"], name="portal_question_queue"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_published(self) -> bool:
        """Whether readers see it."""
        return self.state == QuestionState.PUBLISHED

    @property
    def shown_name(self) -> str:
        """What readers see of who asked."""
        known = [self.name, self.place] if self.shows_name else [self.place]
        return ", ".join(part for part in known if part)

    def reader_keys(self) -> set[str]:
        """Let anyone read what is answered; the asker's name and address stay hidden."""
        return {ANYONE} if self.is_published else set()

    def get_absolute_url(self) -> str:
        """Return where readers find it."""
        return reverse("portal:question", args=[self.pk, slugify(self.title) or "cau-hoi"])

    @property
    @display(description=_("State"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.get_state_display())

    def clean(self) -> None:
        """Put texts in composed letters."""
        super().clean()
        for field in ("title", "name", "place", "answered_as"):
            setattr(self, field, clean(getattr(self, field)))
        self.text = clean_lines(self.text)
