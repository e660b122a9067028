"""My consents: what I am asked, what I agreed to, and how it ended."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from lienhiep.accounts.actions import agree, texts_in_force, withdraw_consent
from lienhiep.accounts.choices import ConsentGiver, ConsentPurpose
from lienhiep.accounts.consequences import ALWAYS, WHAT_FOLLOWS
from lienhiep.accounts.models import Consent, ConsentText
from lienhiep.accounts.my_data import own
from lienhiep.accounts.views.mine import Mine
from lienhiep.core.period import today

OFFERED = (ConsentPurpose.ACCOUNT, ConsentPurpose.CORRESPONDENCE, ConsentPurpose.DIRECTORY)
"""What anybody with an account may agree to here; the rest is asked where it is needed."""


class MyConsentsView(Mine, TemplateView):
    """Each purpose by itself: its text, what stands, and what stood before."""

    template_name = "accounts/my_consents.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        rows = list(
            Consent.objects.visible_to(user)
            .filter(own(user))
            .select_related("seen_text")
            .order_by("-given_at")
        )
        outdated = set(
            Consent.objects.outdated(today())
            .filter(own(user), given_by=ConsentGiver.SELF)
            .values_list("pk", flat=True)
        )
        asked = {*OFFERED, *(row.purpose for row in rows)}
        texts = texts_in_force(asked, today())
        purposes = []
        for purpose in ConsentPurpose:
            if purpose not in asked:
                continue
            of_it = [row for row in rows if row.purpose == purpose]
            standing = [row for row in of_it if row.is_in_force]
            ask_anew = any(row.pk in outdated for row in standing)
            purposes.append(
                {
                    "purpose": purpose,
                    "text": texts.get(purpose),
                    "standing": standing,
                    "ended": [row for row in of_it if not row.is_in_force],
                    "asks_anew": ask_anew,
                    "may_agree": purpose in texts
                    and (ask_anew or (not standing and purpose in OFFERED)),
                }
            )
        return super().get_context_data(**kwargs, purposes=purposes)


class AgreeView(Mine, View):
    """Agree to one text; only a tick says yes."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        text = get_object_or_404(ConsentText.objects.visible_to(request.user), pk=pk)
        if request.POST.get("agrees") != "yes":
            messages.error(request, _("Nothing was recorded: tick the box to agree."))
            return redirect("accounts_consents")
        try:
            agree(purpose=text.purpose, text=text, user=request.user, by=request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("Your consent is recorded. You may withdraw it any day."))
        return redirect("accounts_consents")


class WithdrawConsentView(Mine, View):
    """End a consent of one's own, after having read what follows."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        consent = self._own(request, pk)
        context = {
            "consent": consent,
            "follows": WHAT_FOLLOWS[consent.purpose],
            "always": ALWAYS,
        }
        return render(request, "accounts/withdraw_consent.html", context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        consent = self._own(request, pk)
        try:
            withdraw_consent(consent=consent, by=request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("Your consent is withdrawn."))
        return redirect("accounts_consents")

    def _own(self, request: HttpRequest, pk: int) -> Consent:
        return get_object_or_404(Consent.objects.filter(own(request.user)), pk=pk)
