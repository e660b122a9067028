"""An article begun from a Word file."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from lienhiep.core.rules import policy_of
from lienhiep.core.rules.policy import ADD
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.news.actions import write_from_word
from lienhiep.news.forms.word import WordForm
from lienhiep.news.models import NewsArticle


@require_http_methods(["GET", "HEAD", "POST"])
def from_word(request: HttpRequest) -> HttpResponse:
    """Take a Word file and lead to the draft that it became."""
    if not policy_of(NewsArticle).may(request.user, ADD):
        raise Http404
    form = WordForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            article = write_from_word(file=form.cleaned_data["file"], by=request.user)
        except ValidationError as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _told(article))
            name = NewsArticle.snippet_viewset.get_url_name("edit")
            return redirect(reverse(name, args=[article.pk]))
    return render(
        request,
        "news/admin/from_word.html",
        {"form": form, "title": _("Write from a Word file")},
    )


def _told(article: NewsArticle) -> str:
    """Say what came, and what is still to be said of the pictures."""
    shown = [block.value["picture"] for block in article.body if block.block_type == "picture"]
    pictures = {one.pk: one for one in (article.picture, *shown) if one is not None}
    silent = sum(1 for one in pictures.values() if not one.description)
    said = ngettext(
        "The draft is there, with %(count)s picture.",
        "The draft is there, with %(count)s pictures.",
        len(pictures),
    ) % {"count": len(pictures)}
    if not silent:
        return said
    return f"{said} " + ngettext(
        "Of %(count)s picture it is not said yet what it shows.",
        "Of %(count)s pictures it is not said yet what they show.",
        silent,
    ) % {"count": silent}
