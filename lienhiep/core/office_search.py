"""Searching the records of all rooms from the back office, each reader among their own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.widgets import AdminDateInput

from lienhiep.core.forms import OfficeForm
from lienhiep.core.search.query import search
from lienhiep.core.search.registry import declaration_named

LONGEST_QUESTION = 200
LONGEST_PAGE_NUMBER = 5


class OfficeSearchForm(OfficeForm):
    """Words or a number, and the days between which a record lies."""

    has_help = False

    q = forms.CharField(
        label=gettext_lazy("What are you looking for?"),
        max_length=LONGEST_QUESTION,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": LONGEST_QUESTION}),
    )
    since = forms.DateField(label=gettext_lazy("From day"), required=False, widget=AdminDateInput)
    until = forms.DateField(label=gettext_lazy("Until day"), required=False, widget=AdminDateInput)

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order."""
        cleaned: dict[str, Any] = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", ValidationError(_("This day lies before the first.")))
        return cleaned


@require_safe
def search_view(request: HttpRequest) -> HttpResponse:
    """What matches among the records that this reader may see: exact numbers first, then newest."""
    asked = request.GET.copy()
    asked["q"] = asked.get("q", "").replace("\x00", "")[:LONGEST_QUESTION]
    form = OfficeSearchForm(asked)
    form.is_valid()
    narrowed = form.cleaned_data
    question = narrowed.get("q", "")
    since, until = narrowed.get("since"), narrowed.get("until")
    declared = declaration_named(asked.get("kind", ""))
    kind = declared.kind if declared else None
    found = search(
        question,
        request.user,
        kind=kind,
        since=since,
        until=until,
        page=_page_asked(asked.get("p", "")),
    )
    page = Paginator(range(found.total), found.per_page).get_page(found.page)
    context = {
        "form": form,
        "media": form.media,
        "question": question,
        "found": found,
        "page_obj": page,
        "kinds": _kinds(asked, found.kinds, kind),
        "is_narrowed": bool(kind or since or until),
    }
    return render(request, "core/admin/search.html", context)


def _kinds(asked: Any, counts: dict[str, int], chosen: str | None) -> list[dict[str, Any]]:
    """Return the kinds among what was found, the most frequent first, and all of them."""
    labels = {kind: declaration_named(kind) for kind in counts}
    named = sorted(
        ((kind, str(one.label)) for kind, one in labels.items() if one is not None),
        key=lambda pair: (-counts[pair[0]], pair[1]),
    )
    everything = ("", str(_("Everything")))
    return [
        {
            "label": capfirst(label),
            "count": counts[kind] if kind else sum(counts.values()),
            "url": _address(asked, kind),
            "is_chosen": kind == (chosen or ""),
        }
        for kind, label in (everything, *named)
    ]


def _address(asked: Any, kind: str) -> str:
    """Return the same question narrowed to a kind, from its first page."""
    wanted = asked.copy()
    wanted.pop("p", None)
    wanted["kind"] = kind
    if not kind:
        wanted.pop("kind")
    return f"?{wanted.urlencode()}"


def _page_asked(text: str) -> int:
    """Return the page number in an address; the first where it is none."""
    is_number = text.isascii() and text.isdigit() and len(text) <= LONGEST_PAGE_NUMBER
    return max(1, int(text)) if is_number else 1
