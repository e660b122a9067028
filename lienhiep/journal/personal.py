"""What the journal keeps about a person: that they contributed, and what they sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.files import destroy_file
from lienhiep.core.period import today
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    PUBLIC,
    Processing,
    count_of,
    processes,
)
from lienhiep.core.retention import file_rule, forgets
from lienhiep.directory.models import Person
from lienhiep.journal.models import Article, ArticleAuthor


@keeps_personal_data
def contributions_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the bylines of a person.

    The name itself stands in the directory, where the pseudonym takes its place; the
    article, its history and its search entry repeat it and are gone through.
    """
    if not isinstance(person, Person):
        return
    for author in ArticleAuthor.objects.filter(person=person).select_related("article__manuscript"):
        yield PersonalDatum(
            record=author,
            field="person",
            label=_("Contributor of “%(article)s”") % {"article": author.article},
            purpose=_("Naming the author of a work, as the law on copyright asks."),
            retention=_("As long as the journal is kept."),
            value=str(person),
            erase=lambda erasure, author=author: _under_pseudonym(author, erasure),
            shown_in=(author.article,),
        )
        if author.article.manuscript is not None:
            yield _manuscript(author.article)


def _manuscript(article: Article) -> PersonalDatum:
    """Return the file that a contributor sent; it goes, because print keeps what was printed."""
    return PersonalDatum(
        record=article,
        field="manuscript",
        label=_("Manuscript of “%(article)s”") % {"article": article},
        purpose=_("Deciding on the manuscript and printing it."),
        retention=_("Five years after it was received."),
        value=article.manuscript.name,
        file=article.manuscript,
        erase=lambda erasure: _destroy_manuscript(article, erasure),
    )


def _destroy_manuscript(article: Article, erasure: Erasure) -> None:
    """Destroy the bytes before their time: the person whose data they are asked for it."""
    file = article.manuscript
    article.manuscript = None  # type: ignore[assignment]  # every such field may be empty
    article.save()
    destroy_file(file=file, by=erasure.by, reason=erasure.reason, on=today(), erasing=True)


def _under_pseudonym(author: ArticleAuthor, erasure: Erasure) -> None:
    """Let the article be found and shown under the name that the directory now has."""
    author.article.after_recorded()


processes(
    Processing(
        code="journal.contributions",
        label=gettext_lazy("Contributors of the journal"),
        purpose=gettext_lazy("Naming the author of a work and deciding on a manuscript"),
        people=gettext_lazy("Authors"),
        data=gettext_lazy("Name, manuscript"),
        fields=(
            "journal.articleauthor.person",
            "journal.article.manuscript",
        ),
        basis=gettext_lazy("Law on Intellectual Property: naming the author"),
        recipients=PUBLIC,
        retention=gettext_lazy("Byline: as long as the journal; manuscript: five years"),
        count=count_of("journal.articleauthor"),
    )
)

forgets(
    file_rule(
        "journal.manuscripts",
        Article,
        "manuscript",
        label=gettext_lazy("Manuscript files"),
        kept=gettext_lazy("Five years after they were received"),
    )
)
