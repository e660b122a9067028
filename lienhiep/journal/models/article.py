"""A manuscript on its way, and the article that it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.period import today
from lienhiep.core.principals import ANYONE, person_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.core.validators import (
    validate_not_in_future,
)
from lienhiep.journal.choices import ArticleKind, ArticleState, AuthorRole, Channel, IssueState
from lienhiep.journal.files import MANUSCRIPT
from lienhiep.journal.models.issue import Issue
from lienhiep.journal.models.plan import Subject
from lienhiep.journal.querysets import ArticleQuerySet
from lienhiep.journal.validators import validate_pages


class Article(Guarded, ClusterableModel):
    """A manuscript (bài) from the day it is received to its place in an issue.

    Receipt, the decision and the place in an issue are three different facts with a date
    each; the state is derived from them.
    """

    loaded_with = ("issue", "authors__person")

    title = models.CharField(_("article title"), max_length=255)
    kind = models.CharField(
        _("kind of text"),
        max_length=20,
        choices=ArticleKind.choices,
        default=ArticleKind.ARTICLE,
    )
    subject = models.ForeignKey(
        Subject,
        verbose_name=_("journal subject"),
        on_delete=models.PROTECT,
        related_name="articles",
    )
    abstract = models.TextField(_("abstract"), blank=True)
    manuscript = RecordFileField(_("manuscript file"), use=MANUSCRIPT, blank=True)
    received_on = models.DateField(_("manuscript received on"), default=today)
    channel = models.CharField(
        _("received by way of"), max_length=20, choices=Channel.choices, default=Channel.EMAIL
    )
    accepted_on = models.DateField(
        _("manuscript accepted on"), null=True, blank=True, editable=False
    )
    refused_on = models.DateField(_("manuscript refused on"), null=True, blank=True, editable=False)
    refusal_reason = models.TextField(_("reason of refusal"), blank=True, editable=False)

    issue = models.ForeignKey(
        Issue,
        verbose_name=_("journal issue"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="articles",
    )
    position = models.PositiveSmallIntegerField(_("place in the issue"), default=0, editable=False)
    page_from = models.PositiveSmallIntegerField(_("from page"), null=True, blank=True)
    page_to = models.PositiveSmallIntegerField(_("to page"), null=True, blank=True)
    page_count = models.PositiveSmallIntegerField(
        _("number of pages"),
        default=0,
        help_text=_("Worked out from the first and the last page where both are known."),
    )
    proof_asked_on = models.DateField(_("proof sent on"), null=True, blank=True, editable=False)
    proof_due_on = models.DateField(_("proof to be read by"), null=True, blank=True, editable=False)
    proof_answered_on = models.DateField(
        _("proof answered on"), null=True, blank=True, editable=False
    )
    proof_remarks = models.TextField(_("remarks on the proof"), blank=True, editable=False)
    web_text = models.TextField(
        _("text for the site"),
        blank=True,
        help_text=_("Plain text; an empty line begins a new paragraph."),
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("journal article")
        verbose_name_plural = _("journal articles")
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(refused_on=None),
                name="journal_article_one_decision",
            ),
            models.CheckConstraint(
                condition=(Q(accepted_on=None) | Q(accepted_on__gte=F("received_on")))
                & (Q(refused_on=None) | Q(refused_on__gte=F("received_on"))),
                name="journal_article_decided_after_received",
            ),
            models.CheckConstraint(
                condition=Q(refused_on=None, refusal_reason="")
                | (Q(refused_on__isnull=False) & ~Q(refusal_reason="")),
                name="journal_article_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(issue=None) | Q(accepted_on__isnull=False),
                name="journal_article_placed_when_accepted",
            ),
            models.CheckConstraint(
                condition=Q(page_to=None) | Q(page_from__isnull=False, page_to__gte=F("page_from")),
                name="journal_article_pages_forward",
            ),
            models.CheckConstraint(
                condition=Q(proof_asked_on=None, proof_due_on=None)
                | Q(proof_asked_on__isnull=False, proof_due_on__gte=F("proof_asked_on")),
                name="journal_article_proof_due_after_sent",
            ),
            models.CheckConstraint(
                condition=Q(proof_answered_on=None, proof_remarks="")
                | Q(proof_asked_on__isnull=False, proof_answered_on__gte=F("proof_asked_on")),
                name="journal_article_proof_answered_after_sent",
            ),
        ]
        indexes = [
            models.Index(fields=["received_on"]),
            models.Index(fields=["issue", "position"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> ArticleState:
        """The fate of the manuscript; agrees with `ArticleQuerySet.with_state`."""
        if self.refused_on:
            return ArticleState.REFUSED
        if self.issue is not None:
            published = self.issue.state == IssueState.PUBLISHED
            return ArticleState.PUBLISHED if published else ArticleState.PLACED
        return ArticleState.ACCEPTED if self.accepted_on else ArticleState.RECEIVED

    @property
    @display(description=_("State of the manuscript"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("kind of text"))
    def kind_label(self) -> str:
        """The kind of text in words, for exports."""
        return str(self.get_kind_display())

    @property
    @display(description=_("Contributors"))
    def byline(self) -> str:
        """The contributors in their order, as the contents lists them."""
        return ", ".join(str(author.person) for author in self.authors.all())

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the article stands on the public site, with its issue."""
        return self.issue is not None and self.issue.is_open_to_readers

    @property
    def waits_for_proof(self) -> bool:
        """Whether a contributor still owes an answer to the proof."""
        return self.proof_asked_on is not None and self.proof_answered_on is None

    @property
    @display(description=_("Pages"))
    def pages_label(self) -> str:
        """The pages as the contents lists them: "12" or "12-15"."""
        if self.page_from is None:
            return ""
        if self.page_to in (None, self.page_from):
            return str(self.page_from)
        return f"{self.page_from}-{self.page_to}"

    def contributor_keys(self) -> set[str]:
        """Return the keys of those whose article it is."""
        return {person_key(author.person_id) for author in self.authors.all()}

    def reader_keys(self) -> set[str]:
        """Let contributors read their own, and anyone what has been published."""
        keys = self.contributor_keys()
        return keys | {ANYONE} if self.is_open_to_readers else keys

    def clean(self) -> None:
        """Put texts in composed letters; refuse a future receipt and pages that run backwards."""
        super().clean()
        self.title = clean(self.title)
        self.abstract = clean_lines(self.abstract)
        self.web_text = clean_lines(self.web_text)
        if self.received_on:
            validate_not_in_future("received_on", self.received_on)
        validate_pages(self.page_from, self.page_to)

    def count_pages(self) -> None:
        """Work out the number of pages where the first and the last are known."""
        if self.page_from is not None and self.page_to is not None:
            self.page_count = self.page_to - self.page_from + 1

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the article with its number of pages."""
        self.count_pages()
        super().save(*args, **kwargs)


class ArticleAuthor(Recorded):
    """A contributor of an article (cộng tác viên), in the order of the byline."""

    sort_order_field = "position"

    article = ParentalKey(
        Article,
        verbose_name=_("journal article"),
        on_delete=models.CASCADE,
        related_name="authors",
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("contributor"),
        on_delete=models.PROTECT,
        related_name="journal_contributions",
    )
    role = models.CharField(
        _("contributed as"), max_length=20, choices=AuthorRole.choices, default=AuthorRole.AUTHOR
    )
    position = models.PositiveSmallIntegerField(_("place in the byline"), default=0, editable=False)

    class Meta:
        verbose_name = _("contributor of an article")
        verbose_name_plural = _("contributors of an article")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "person"], name="journal_articleauthor_once")
        ]

    def __str__(self) -> str:
        return str(self.person)

    def history_owner(self) -> Recorded:
        """Stand in the history of the article."""
        return self.article

    def after_recorded(self) -> None:
        """Let the contributor read the article, and readers find it by the name."""
        super().after_recorded()
        self.article.after_recorded()

    @classmethod
    def after_all_recorded(cls, rows: Sequence[ArticleAuthor]) -> None:
        """Do so once for each article, however many contributors it has."""
        Article.after_all_recorded(cls.articles_of(rows))

    @staticmethod
    def articles_of(rows: Sequence[ArticleAuthor]) -> list[Article]:
        """Return the articles of some bylines, each once."""
        return list({row.article_id: row.article for row in rows}.values())

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove the contributor, who reads the article no longer."""
        article = self.article
        result = super().delete(*args, **kwargs)
        article.after_recorded()
        return result
