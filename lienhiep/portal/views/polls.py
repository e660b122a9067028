"""Polls: the list, one with its results, and the form of its vote."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from lienhiep.core.open_forms import Limit, Limits, OpenFormView
from lienhiep.core.period import today
from lienhiep.portal.actions import vote_in_poll
from lienhiep.portal.choices import PollState
from lienhiep.portal.models import Poll
from lienhiep.portal.poll_forms import PollForm
from lienhiep.portal.polling import results_of

ON_A_PAGE = 20

# A school may vote in one lesson: wide for an address, narrow for a browser.
VOTES = Limits(
    "poll", of_reader=(Limit(30, 3600),), of_address=(Limit(120, 60), Limit(1500, 86400))
)


@require_safe
def polls(request: HttpRequest) -> HttpResponse:
    """List the polls, the open ones first."""
    rows = Poll.objects.seen_on(today())
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "breadcrumbs": [{"label": _("Polls"), "url": ""}],
        "page_description": _("What readers think: polls of the site and their results."),
    }
    return render(request, "portal/polls.html", context)


@require_safe
def poll(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a poll with its results; the same for everyone."""
    found = get_object_or_404(Poll.objects.seen_on(today()), pk=pk)
    context = {
        "poll": found,
        "is_open": found.state == PollState.OPEN,
        **results_of(found),
        "breadcrumbs": [
            {"label": _("Polls"), "url": reverse("portal:polls")},
            {"label": found.question, "url": ""},
        ],
    }
    return render(request, "portal/poll.html", context)


class PollVoteView(OpenFormView):
    """Voting."""

    form_class = PollForm
    limits = VOTES
    button = gettext_lazy("Send your vote")

    @cached_property
    def poll(self) -> Poll:
        """The poll; one that is not open takes no votes and has no such page."""
        return get_object_or_404(Poll.objects.open_on(today()), pk=self.kwargs["pk"])

    def about(self) -> object:
        """Count the votes in each poll by themselves."""
        return self.poll.pk

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form which poll it is."""
        return super().get_form_kwargs() | {"poll": self.poll}

    def record(self, form: Any) -> str:
        """Take the vote in."""
        vote_in_poll(poll=self.poll, options=form.chosen(), voter=self.sender)
        return f"{self.poll.get_absolute_url()}#ket-qua"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the question."""
        url = self.poll.get_absolute_url()
        return super().get_context_data(**kwargs) | {
            "heading": self.poll.question,
            "explanation": self.poll.note,
            "way_back": (url, _("How others voted")),
            "breadcrumbs": [
                {"label": _("Polls"), "url": reverse("portal:polls")},
                {"label": self.poll.question, "url": ""},
            ],
        }
