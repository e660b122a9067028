"""What there is to say of a draft while it is being written."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from lienhiep.core.rules import policy_of
from lienhiep.news.models import NewsArticle
from lienhiep.news.writing_checks import remarks_on


@require_safe
def remarks(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the remarks on the newest draft, as a part of a page; asked for after each saving."""
    article = get_object_or_404(NewsArticle, pk=pk)
    if not policy_of(NewsArticle).sees_drafts(request.user, article):
        raise Http404
    draft = article.get_latest_revision_as_object()
    return render(request, "news/admin/remarks.html", {"remarks": remarks_on(draft)})
