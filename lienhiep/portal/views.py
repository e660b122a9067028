"""Search over the site, and the way in after signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lienhiep.core.search.query import search

LONGEST_QUESTION = 200


def search_page(request: HttpRequest) -> HttpResponse:
    """Everything public that matches, the newest first; exact titles and symbols before."""
    question = request.GET.get("q", "")[:LONGEST_QUESTION]
    page = request.GET.get("p", "1")
    found = search(question, request.user, page=int(page) if page.isdigit() else 1)
    return render(request, "portal/search.html", {"question": question, "found": found})
