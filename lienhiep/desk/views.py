"""The desk (bàn làm việc): what waits for me, what I was told, what I did, what I may start."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.paginator import Paginator
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.generic import FormView

from lienhiep.core.desk import doors_for
from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.models import Notice, NoticeQuerySet
from lienhiep.core.notices import Told, told_to
from lienhiep.core.waiting import Urgency, Waiting, waiting_in
from lienhiep.desk.actions import read_all_notices, read_notice, set_mail, stop_mail
from lienhiep.desk.acts import acts_of, in_words
from lienhiep.desk.choices import MailDays
from lienhiep.desk.digest import account_of
from lienhiep.desk.forms import ActsForm, MailForm
from lienhiep.desk.models import MailChoice
from lienhiep.desk.reference_codes import days_kept

SHOWN = 5
"""Notices and acts on the desk itself; each has a page with all of them."""

PER_PAGE = 30

HEADINGS = {
    Urgency.LATE: pgettext_lazy("desk", "Late"),
    Urgency.TODAY: gettext_lazy("Due today"),
    Urgency.SOON: gettext_lazy("In the next three days"),
    Urgency.LATER: pgettext_lazy("desk", "Later"),
    Urgency.UNDATED: gettext_lazy("Without a date"),
}


@never_cache
@login_required
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Gather what the rooms say waits for this person, and the doors open to them."""
    acts = list(acts_of(request.user)[: SHOWN + 1])
    context = {
        "groups": _by_urgency(waiting_in(request)),
        "told": _told(request, _newest(request)[:SHOWN]),
        "acts": in_words(acts[:SHOWN], request.user),
        "more_acts": len(acts) > SHOWN,
        "doors": doors_for(request.user),
    }
    return render(request, "desk/desk.html", context)


@never_cache
@login_required
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """List what this person was told, unread first."""
    page = Paginator(_newest(request), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "told": _told(request, page.object_list),
        "days_kept": days_kept(),
        "breadcrumbs": _breadcrumbs(_("Notices")),
    }
    return render(request, "desk/notices.html", context)


@never_cache
@login_required
@require_safe
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Open one notice: it is read from now on, and leads to what it is about."""
    found = get_object_or_404(Notice.objects.shown_to(request.user), pk=pk)
    told = _told(request, Notice.objects.filter(pk=found.pk))
    read_notice(notice=found)
    return redirect(told[0].url if told and told[0].url else "desk:notices")


@login_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all notices as read; pressed twice, nothing changes."""
    if read_all_notices(user=request.user):
        messages.success(request, _("All notices are marked as read."))
    return redirect("desk:notices")


@never_cache
@login_required
@require_safe
def acts(request: HttpRequest) -> HttpResponse:
    """List what this person did, from the one history, newest first."""
    form = ActsForm(request.GET or None, user=request.user)
    rows = acts_of(request.user, **form.asked())
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    shown = in_words(page.object_list, request.user)
    context = {
        "form": form,
        "page": page,
        "days": [(day, list(some)) for day, some in groupby(shown, key=lambda act: act.day)],
        "is_filtered": any(form.asked().values()),
        "clear_url": reverse("desk:acts"),
        "breadcrumbs": _breadcrumbs(_("What I did")),
    }
    return render(request, "desk/acts.html", context)


@method_decorator(never_cache, name="dispatch")
class MailView(LoginRequiredMixin, OnceMixin, FormView):
    """How this person wants to be written to."""

    template_name = "desk/mail_choice.html"
    form_class = MailForm
    success_url = reverse_lazy("desk:mail")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Begin with what was chosen, or with the defaults."""
        return {**super().get_form_kwargs(), "instance": MailChoice.of(self.request.user)}

    def form_valid(self, form: MailForm) -> HttpResponse:
        """Record the choice."""
        set_mail(user=self.request.user, by=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("Your choice is saved. It holds from the next mail on."))
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say where one is."""
        return super().get_context_data(
            breadcrumbs=_breadcrumbs(_("Mail and notices")), days_kept=days_kept(), **kwargs
        )


# A mail program asks by itself, without a page of ours and so without its mark (RFC 8058);
# all that this address can do is end the mails to the account that the token names.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """End the mails to whoever holds a mail of ours, signed in or not.

    A look at the page ends nothing, because programs that check mails look at every link.
    """
    held = account_of(token)
    user = None
    if held is not None:
        accounts = get_user_model().objects.filter(is_active=True)
        user = accounts.filter(pk=held[0], email=held[1]).first()
    if user is None:
        return render(request, "desk/stop_mail.html", {"is_unknown": True}, status=404)
    if request.method == "POST":
        stop_mail(user=user, by=request.user if request.user.is_authenticated else None)
    is_stopped = MailChoice.of(user).days == MailDays.NEVER
    return render(request, "desk/stop_mail.html", {"is_stopped": is_stopped})


def _by_urgency(items: list[Waiting]) -> list[dict[str, Any]]:
    """Return what waits in its groups, late first; the order within them stays."""
    return [
        {"urgency": urgency, "heading": heading, "items": found}
        for urgency, heading in HEADINGS.items()
        if (found := [item for item in items if item.urgency == urgency])
    ]


def _newest(request: HttpRequest) -> NoticeQuerySet:
    unread_first = Case(When(read_at=None, then=0), default=1)
    return Notice.objects.shown_to(request.user).order_by(unread_first, "-made_at", "-pk")


def _told(request: HttpRequest, rows: NoticeQuerySet) -> list[Told]:
    return told_to(request.user, among=rows)


def _breadcrumbs(here: str) -> list[dict[str, str]]:
    return [
        {"label": _("My desk"), "url": reverse("desk:desk")},
        {"label": here, "url": ""},
    ]
