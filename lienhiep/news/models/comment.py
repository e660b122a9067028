"""What readers write under an article, and what they report about it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.admin import display
from django.core.cache import caches
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.text import clean, clean_lines
from lienhiep.news.choices import CommentMark, CommentState, ReportGround
from lienhiep.news.models.article import NewsArticle
from lienhiep.news.querysets import CommentQuerySet

LONGEST_COMMENT = 3000
LONGEST_NAME = 80
SHORT = 90
"""Letters of a comment that stand for it in lists."""


class Comment(Guarded):
    """A comment of a reader on an article (bình luận), seen by an editor before it shows.

    `email` serves to tell the writer what became of it and is never shown to readers. A
    comment answers another one of the same article, or the article itself.
    """

    readers_may_wait = True

    # Who wrote it never changes, and need not be kept twice.
    history_ignored = frozenset({"name", "email", "edit_key"})
    loaded_with = ("article", "user")

    article = models.ForeignKey(
        NewsArticle,
        verbose_name=_("news article"),
        on_delete=models.CASCADE,
        related_name="comments",
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("comment that it answers"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account of the writer"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="news_comments",
    )
    name = models.CharField(_("name shown with the comment"), max_length=LONGEST_NAME)
    email = models.EmailField(_("e-mail address of the writer"), blank=True)
    wants_mail = models.BooleanField(_("wants to be told by mail"), default=False)
    text = models.TextField(_("text of the comment"), max_length=LONGEST_COMMENT)
    state = models.CharField(
        _("state of the comment"),
        max_length=10,
        choices=CommentState.choices,
        default=CommentState.WAITING,
        editable=False,
    )
    written_at = models.DateTimeField(_("written at"), default=timezone.now, editable=False)
    edited_at = models.DateTimeField(_("changed by its writer at"), null=True, editable=False)
    decided_at = models.DateTimeField(_("looked at by an editor at"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("editor who decided"),
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    refusal_reason = models.CharField(
        _("why it is not shown"), max_length=300, blank=True, editable=False
    )
    marks = models.JSONField(_("what was noticed about it"), default=list, editable=False)
    """Codes of what a careful editor looks at twice: links, a listed word, a repetition."""

    edit_key = models.CharField(max_length=64, blank=True, editable=False)
    """A word for the browser in which it was written, where it may be changed."""

    imported_id = models.CharField(_("number on the former site"), max_length=60, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader's comment")
        verbose_name_plural = _("readers' comments")
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=CommentState.WAITING) | Q(decided_at__isnull=False),
                name="news_comment_decided_at_a_moment",
            ),
            models.UniqueConstraint(
                fields=["imported_id"],
                condition=~Q(imported_id=""),
                name="news_comment_imported_once",
            ),
        ]
        indexes = [
            models.Index(fields=["article", "state", "written_at"], name="news_comment_of_article"),
            models.Index(fields=["state", "written_at"], name="news_comment_queue"),
        ]

    def __str__(self) -> str:
        # Its name stands in the history for ever; who wrote what is forgotten on request.
        return str(_("Comment no. %(number)s") % {"number": self.pk or "…"})

    @property
    def is_shown(self) -> bool:
        """Whether readers see it, as far as it depends on the comment."""
        return self.state == CommentState.SHOWN

    @property
    @display(description=_("State of a reader's comment"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.get_state_display())

    @property
    def short_text(self) -> str:
        """The beginning of the text, for lists."""
        return Truncator(" ".join(self.text.split())).chars(SHORT)

    @property
    @display(description=_("Open reports"))
    def open_reports(self) -> str:
        """What readers reported and no editor has looked at, in words."""
        rows = self.reports.filter(settled_at=None)
        return "; ".join(f"{one.get_ground_display()} {one.note}".strip() for one in rows)

    @property
    @display(description=_("What was noticed about it"))
    def marks_in_words(self) -> str:
        """What an editor looks at twice, in words."""
        return ", ".join(str(CommentMark(code).label) for code in self.marks)

    def empty(self) -> None:
        """Take out what its writer said and who that was; the place stays for answers to it."""
        self.name, self.email, self.text = str(_("A reader")), "", "…"
        self.user, self.wants_mail, self.marks, self.edit_key = None, False, [], ""
        self.state = CommentState.WITHDRAWN
        self.decided_at, self.decided_by = timezone.now(), None

    def clean(self) -> None:
        """Put texts in composed letters."""
        super().clean()
        self.name = clean(self.name)
        self.text = clean_lines(self.text)


class CommentReport(models.Model):
    """That a reader found something wrong with a comment; kept until an editor has looked.

    It names nobody: `reporter` is a digest by which one reader reports a comment once.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reports")
    ground = models.CharField(
        _("what is wrong with it"), max_length=10, choices=ReportGround.choices
    )
    note = models.CharField(_("said in your own words"), max_length=300, blank=True)
    reporter = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("report of a comment")
        verbose_name_plural = _("reports of comments")
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["comment", "reporter"], name="news_commentreport_once")
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.get_ground_display()}"


class CommentWord(Guarded):
    """A word or phrase that is not welcome in comments (từ cấm).

    A comment that has it waits with a mark; where `refuses` is set it is not taken at all.
    """

    word = models.CharField(_("word or phrase"), max_length=60, unique=True)
    refuses = models.BooleanField(
        _("comments that have it are not taken"),
        default=False,
        help_text=_("Otherwise the editor sees a mark beside the comment."),
    )

    class Meta:
        verbose_name = _("unwelcome word")
        verbose_name_plural = _("unwelcome words")
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        """Put the word in composed letters."""
        super().clean()
        self.word = clean(self.word)


class CommentSettings(Guarded):
    """Whether and how readers may comment, for the whole site; one row.

    On an aggregated site readers may not comment (decree 147/2024/NĐ-CP), whatever stands here.
    """

    is_open = models.BooleanField(
        _("readers may comment"),
        default=True,
        help_text=_("Off, nobody can write, and comments that were shown are hidden."),
    )
    closes_after_days = models.PositiveSmallIntegerField(
        _("days after publication in which readers may comment"),
        null=True,
        blank=True,
        help_text=_("Left empty, there is no end. Comments that are there stay."),
    )
    edit_minutes = models.PositiveSmallIntegerField(
        _("minutes in which a writer may change a comment"), default=30
    )
    most_links = models.PositiveSmallIntegerField(
        _("most links in a comment"), default=1, help_text=_("With more it is not taken.")
    )

    class Meta:
        verbose_name = _("rules for comments")
        verbose_name_plural = _("rules for comments")

    def __str__(self) -> str:
        return str(_("Rules for comments"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as the only row."""
        self.pk = 1
        if self._state.adding and type(self).objects.filter(pk=1).exists():
            self._state.adding = False
        super().save(*args, **kwargs)
        caches["process"].delete(CACHE_KEY)


CACHE_KEY = "news.comment_settings"
CACHE_SECONDS = 5


def comment_settings() -> CommentSettings:
    """Return the rules for comments, the usual ones where nobody has set any.

    Asked of the database at most every few seconds: every article's page asks for them.
    """
    kept = caches["process"].get(CACHE_KEY)
    if kept is None:
        kept = CommentSettings.objects.filter(pk=1).first() or CommentSettings(pk=1)
        caches["process"].set(CACHE_KEY, kept, CACHE_SECONDS)
    return kept
