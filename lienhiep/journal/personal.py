"""What the journal keeps about a person: that they contributed, and what they sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.directory.models import Person
from lienhiep.journal.models import ArticleAuthor


@keeps_personal_data
def contributions_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the bylines of a person.

    The name itself stands in the directory, where the pseudonym takes its place; the
    article, its history and its search entry repeat it and are gone through.
    """
    if not isinstance(person, Person):
        return
    for author in ArticleAuthor.objects.filter(person=person).select_related("article"):
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


def _under_pseudonym(author: ArticleAuthor, erasure: Erasure) -> None:
    """Let the article be found and shown under the name that the directory now has."""
    author.article.after_recorded()
