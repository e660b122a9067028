"""What the news keep about a person: that they wrote an article, and their name in its byline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    PUBLIC,
    Processing,
    count_of,
    processes,
)
from lienhiep.directory.models import Person
from lienhiep.news.models import NewsArticle


@keeps_personal_data
def articles_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the articles that a person wrote; their name stands in the byline as well."""
    if not isinstance(person, Person):
        return
    for article in NewsArticle.objects.filter(author=person):
        yield PersonalDatum(
            record=article,
            field="byline",
            label=_("Author of “%(article)s” on the site") % {"article": article},
            purpose=_("Naming the author of a work, as the law on copyright asks."),
            retention=_("As long as the article is kept."),
            value=article.byline or str(person),
            erase=lambda erasure, article=article: _under_pseudonym(article, erasure),
        )


def _under_pseudonym(article: NewsArticle, erasure: Erasure) -> None:
    """Put the pseudonym in the place of the byline, in the article and in all its drafts."""
    article.byline = erasure.pseudonym
    article.save(update_fields=["byline"])
    for revision in article.revisions.all():
        if revision.content.get("author") == erasure.person.pk:
            revision.content["byline"] = erasure.pseudonym
            revision.save(update_fields=["content"])


processes(
    Processing(
        code="news.bylines",
        label=gettext_lazy("Authors of articles on the site"),
        purpose=gettext_lazy("Naming the author of a work, as the law on copyright asks"),
        people=gettext_lazy("Authors, editors"),
        data=gettext_lazy("Full name"),
        fields=("news.newsarticle.byline",),
        basis=gettext_lazy("Law on Intellectual Property: naming the author"),
        recipients=PUBLIC,
        retention=gettext_lazy("As long as the article is kept"),
        count=count_of("news.newsarticle"),
    )
)
