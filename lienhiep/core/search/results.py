"""What a question found, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lienhiep.core.models.search import SearchEntry
from lienhiep.core.search.marking import marked, snippet
from lienhiep.core.search.question import Question
from lienhiep.core.search.registry import declaration_named

PER_PAGE = 20


@dataclass(frozen=True)
class Hit:
    """One result as it is shown."""

    entry: SearchEntry
    question: Question

    @cached_property
    def title(self) -> SafeString:
        """The title, with the words that were found marked."""
        return marked(self.entry.title, self.question)

    @cached_property
    def snippet(self) -> SafeString:
        """The piece of the text that fits best, with the words that were found marked."""
        return snippet(self.entry.body, self.question)

    @property
    def kind_label(self) -> str:
        """What kind of thing was found, in words."""
        declaration = declaration_named(self.entry.kind)
        return str(declaration.label) if declaration else self.entry.kind

    @property
    def url(self) -> str:
        """Where the back office shows it."""
        return self.entry.url

    @property
    def public_url(self) -> str:
        """Where the site shows it; empty while it is not public."""
        return self.entry.public_url

    @property
    def date(self) -> date | None:
        """The date by which it is ordered."""
        return self.entry.date

    @property
    def symbol(self) -> str:
        """The number and symbol of a document, if it has one."""
        return self.entry.symbol


@dataclass(frozen=True)
class Results:
    """One page of results. `total` is counted to a thousand; `is_more` says that there are more.

    `kinds` says how many of each kind are among the newest thousand, whatever kind was asked for.
    """

    question: Question
    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    is_more: bool = False
    page: int = 1
    per_page: int = PER_PAGE
    kinds: dict[str, int] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """How many pages there are; as many as are counted."""
        return max(1, -(-self.total // self.per_page))

    @property
    def total_in_words(self) -> str:
        """The number of results as it is shown, such as "more than 1.000"."""
        number = number_format(self.total, use_l10n=True, force_grouping=True)
        return _("more than %(number)s") % {"number": number} if self.is_more else number
