"""What hangs on an article beside its text: files, a reading aloud, and articles picked by hand."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable

from lienhiep.core.history import Recorded
from lienhiep.news.choices import AttachmentKind


class ArticleAttachment(Orderable, Recorded):
    """A file of an article: to read, to fill in (biểu mẫu), or to hear."""

    article = ParentalKey(
        "news.NewsArticle",
        verbose_name=_("news article"),
        on_delete=models.CASCADE,
        related_name="attachments",
    )
    file = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("file of the article"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField(
        _("what readers do with the file"),
        max_length=12,
        choices=AttachmentKind.choices,
        default=AttachmentKind.READING,
    )
    note = models.CharField(_("name shown to readers"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("file of an article")
        verbose_name_plural = _("files of an article")
        constraints = [
            models.UniqueConstraint(fields=["article", "file"], name="news_attachment_once")
        ]

    def __str__(self) -> str:
        return self.note or str(self.file)

    def history_owner(self) -> Recorded:
        """Stand in the history of the article."""
        return self.article


class RelatedPick(Orderable, Recorded):
    """An article that an editor recommends under another one (bài liên quan)."""

    article = ParentalKey(
        "news.NewsArticle",
        verbose_name=_("news article"),
        on_delete=models.CASCADE,
        related_name="related_picks",
    )
    other = models.ForeignKey(
        "news.NewsArticle",
        verbose_name=_("related article"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("related article")
        verbose_name_plural = _("related articles")
        constraints = [
            models.UniqueConstraint(fields=["article", "other"], name="news_relatedpick_once"),
            models.CheckConstraint(
                condition=~Q(article=F("other")), name="news_relatedpick_not_itself"
            ),
        ]

    def __str__(self) -> str:
        return str(self.other)

    def history_owner(self) -> Recorded:
        """Stand in the history of the article."""
        return self.article
