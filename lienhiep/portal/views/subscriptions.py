"""Asking for the digest, and what its mails lead to."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from lienhiep.core.digest import digest_parts
from lienhiep.core.open_forms import Limit, Limits, OpenFormView, thanks
from lienhiep.portal.actions import (
    ask_subscription,
    change_subscription,
    confirm_subscription,
    end_subscription,
)
from lienhiep.portal.choices import SubscriptionState
from lienhiep.portal.models import Subscription
from lienhiep.portal.subscription_forms import ChangeForm, SubscriptionForm

SUBSCRIPTIONS = Limits(
    "subscription", of_reader=(Limit(5, 3600),), of_address=(Limit(60, 3600), Limit(300, 86400))
)


class SubscribeView(OpenFormView):
    """Asking for the digest."""

    form_class = SubscriptionForm
    limits = SUBSCRIPTIONS
    heading = gettext_lazy("The digest by e-mail")
    explanation = gettext_lazy(
        "What is new on the site, in one mail each morning or each week. Each mail has a link "
        "that ends it."
    )
    button = gettext_lazy("Ask for the digest")

    def record(self, form: Any) -> str:
        """Mail the address its way to confirm."""
        ask_subscription(**form.facts())
        return reverse("portal:subscribe_thanks")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what search engines show."""
        return super().get_context_data(**kwargs) | {
            "noindex": False,
            "page_description": str(self.explanation),
            "breadcrumbs": [{"label": str(self.heading), "url": ""}],
        }


@require_safe
def subscribe_thanks(request: HttpRequest) -> HttpResponse:
    """Say that a mail is on its way; the same for every address."""
    return thanks(
        request,
        heading=_("Look into your mail"),
        text=_(
            "A mail is on its way to the address that you wrote. The digest begins once you "
            "follow its link. If nothing comes in a few minutes, look among the advertising."
        ),
        way_back=("/", _("To the first page")),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def subscription(request: HttpRequest, key: str) -> HttpResponse:
    """Confirm, change or end a subscription: opened by the link of a mail.

    Opening it changes nothing, since programs that look through mail open links.
    """
    found = get_object_or_404(Subscription, key=key)
    form = _change_form(found, request.POST if request.POST.get("what") == "change" else None)
    if request.method == "POST":
        what = request.POST.get("what")
        if what == "confirm":
            confirm_subscription(subscription=found)
            messages.success(request, _("The digest comes from now on."))
            return redirect(request.path)
        if what == "end":
            end_subscription(subscription=found)
            messages.success(request, _("No digest comes any more."))
            return redirect(request.path)
        if what == "change" and _changed(found, form):
            messages.success(request, _("The change is kept."))
            return redirect(request.path)
    context = {
        "subscription": found,
        "is_confirmed": found.state == SubscriptionState.CONFIRMED,
        "is_ended": found.state == SubscriptionState.ENDED,
        "form": form,
        "noindex": True,
        "breadcrumbs": [{"label": _("The digest by e-mail"), "url": ""}],
    }
    return render(request, "portal/subscription.html", context)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """End a subscription at one click in a mail program (RFC 8058), which sends no token.

    A person who opens the address is led to the page with the button.
    """
    found = get_object_or_404(Subscription, key=key)
    if request.method != "POST":
        return redirect("portal:subscription", key=key)
    end_subscription(subscription=found)
    return HttpResponse(status=204)


def _change_form(found: Subscription, data: Any) -> ChangeForm:
    chosen = found.chosen or [part.code for part in digest_parts()]
    return ChangeForm(data, initial={"rhythm": found.rhythm, "chosen": chosen})


def _changed(found: Subscription, form: ChangeForm) -> bool:
    if not form.is_valid():
        return False
    try:
        change_subscription(subscription=found, **form.cleaned_data)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True
