"""Documents forwarded to an association: read, acknowledged, or sent back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import FormView

from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.period import today
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.office.actions import acknowledge_receipt, note_opening, return_receipt
from lienhiep.office.choices import RECEIPT_KINDS
from lienhiep.office.forms.desk import ReturnForm
from lienhiep.office.models import Receipt, ReviewRequest
from lienhiep.office.querysets import ReceiptQuerySet
from lienhiep.office.readers import organisations_of

AT_ONCE = 20


@login_required
@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """List what was forwarded to this person's associations, what is owed first."""
    mine = _own(request)
    owed = mine.owed().exclude(dispatch__document__withdrawn_on__isnull=False)
    waiting = owed.order_by("due_on", "pk")
    rest = mine.exclude(pk__in=owed.values("pk")).order_by("-sent_at", "-pk")
    page = Paginator(rest, AT_ONCE).get_page(request.GET.get("page"))
    requests = ReviewRequest.objects.filter(
        organisation__in=organisations_of(request.user), released_on=None
    ).select_related("review__document__kind", "organisation")
    context = {
        "acts": bool(organisations_of(request.user)),
        "waiting": [_line(row) for row in waiting],
        "page": page,
        "lines": [_line(row) for row in page],
        "requests": [
            (row, reverse("office:report", args=[row.pk]), row.is_late_on(today()))
            for row in requests.order_by("received_on", "due_on", "pk")
        ],
        "breadcrumbs": crumbs(),
    }
    return render(request, "office/desk_documents.html", context)


@login_required
@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a document with its file; the first look is noted, an acknowledgement is not."""
    receipt = get_object_or_404(_own(request), pk=pk)
    note_opening(receipt=receipt, by=request.user)
    may = policy_of(Receipt).may
    context = {
        "receipt": receipt,
        "document": receipt.dispatch.document,
        "kind": RECEIPT_KINDS[receipt.state],
        "is_late": receipt.is_late_on(today()),
        "may_acknowledge": may(request.user, "acknowledge_receipt", receipt),
        "may_return": may(request.user, "return_receipt", receipt),
        "breadcrumbs": crumbs(str(receipt.dispatch.document)),
    }
    return render(request, "office/desk_document.html", context)


@login_required
@require_POST
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Acknowledge a document; pressed twice, it is acknowledged once."""
    receipt = get_object_or_404(_own(request), pk=pk)
    if receipt.acknowledged_at is None:
        try:
            acknowledge_receipt(receipt=receipt, by=request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return redirect("office:desk_document", pk=receipt.pk)
    messages.success(
        request, _("You have acknowledged %(document)s.") % {"document": receipt.dispatch.document}
    )
    return redirect("office:desk_document", pk=receipt.pk)


class ReturnView(LoginRequiredMixin, OnceMixin, FormView):
    """Sends a document back to the office, with the reason."""

    form_class = ReturnForm
    template_name = "office/desk_return.html"

    @cached_property
    def receipt(self) -> Receipt:
        """The line, one of this person's associations."""
        return get_object_or_404(_own(self.request), pk=self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead to the document where nothing is owed any more."""
        if request.user.is_authenticated and not policy_of(Receipt).may(
            request.user, "return_receipt", self.receipt
        ):
            return redirect("office:desk_document", pk=self.receipt.pk)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: ReturnForm) -> HttpResponse:
        """Send it back."""
        try:
            return_receipt(receipt=self.receipt, by=self.request.user, **form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, _("The document went back to the office."))
        return redirect("office:desk_document", pk=self.receipt.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say which document it is."""
        document = self.receipt.dispatch.document
        return super().get_context_data(
            receipt=self.receipt, document=document, breadcrumbs=crumbs(str(document)), **kwargs
        )


def crumbs(here: str = "") -> list[dict[str, str]]:
    """Return the way to a page of this desk."""
    found = [
        {"label": _("My desk"), "url": reverse("desk:desk")},
        {
            "label": _("Documents for my association"),
            "url": reverse("office:desk") if here else "",
        },
    ]
    return [*found, {"label": here, "url": ""}] if here else found


def _own(request: HttpRequest) -> ReceiptQuerySet:
    """Return the lines of the associations for which this person acts."""
    mine = Receipt.objects.standing().filter(organisation__in=organisations_of(request.user))
    return mine.select_related(
        "organisation",
        "dispatch__document__kind",
        "dispatch__document__issuer",
        "dispatch__document__original",
        "dispatch__document__attachment",
    )


def _line(receipt: Receipt) -> dict[str, Any]:
    return {
        "receipt": receipt,
        "document": receipt.dispatch.document,
        "url": reverse("office:desk_document", args=[receipt.pk]),
        "kind": RECEIPT_KINDS[receipt.state],
        "is_late": receipt.is_late_on(today()),
    }
