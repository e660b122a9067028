"""Pages of lists whose length is kept: the last one costs as much as the first."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property

ON_A_PAGE = 20
LONGEST_NUMBER = 6


class KeptPaginator(Paginator):
    """Pages of ordered rows of which we know how many there are.

    What lies in the second half is read from the end, so that no page steps over more than
    half of the list.
    """

    def __init__(self, rows: QuerySet, *, number: int | None = None) -> None:
        super().__init__(rows, ON_A_PAGE)
        self.number = number

    @cached_property
    def count(self) -> int:
        """How many rows there are; counted only where the number is not kept."""
        return self.object_list.count() if self.number is None else self.number

    def page(self, number: int | str) -> Page:
        """Return a page, read from the nearer end."""
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        last = min(first + self.per_page, self.count)
        rows: Any = self.object_list
        if first <= self.count // 2:
            return self._get_page(list(rows[first:last]), number, self)
        turned = list(rows.reverse()[self.count - last : self.count - first])
        return self._get_page(turned[::-1], number, self)


def page_of(request: HttpRequest, rows: QuerySet, *, number: int | None = None) -> Page:
    """Return the page asked for; a number that is none, or beyond the end, does not exist."""
    paginator = KeptPaginator(rows, number=number)
    asked = request.GET.get("trang", "1")
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= LONGEST_NUMBER
    if not is_number or not 1 <= int(asked) <= paginator.num_pages:
        raise Http404
    return paginator.page(int(asked))
