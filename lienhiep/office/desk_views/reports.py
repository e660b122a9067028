"""The report of an association for the review of a resolution."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.period import today
from lienhiep.core.rules import policy_of
from lienhiep.core.views.receipt import moment_of, receipt
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.office.actions import record_report
from lienhiep.office.desk_views.documents import crumbs
from lienhiep.office.forms.desk import DeskReportForm
from lienhiep.office.models import ReviewRequest
from lienhiep.office.readers import organisations_of


@login_required
@require_safe
def report_receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the confirmation that a report was received."""
    mine = ReviewRequest.objects.filter(organisation__in=organisations_of(request.user))
    rows = mine.exclude(received_on=None).select_related("review__document__kind", "organisation")
    found = get_object_or_404(rows, pk=pk)
    return receipt(
        request,
        title=_("Confirmation of receipt of a report"),
        record=found,
        verb="office.record_report",
        facts=[
            (_("Association"), found.organisation),
            (pgettext("office", "Review"), found.review),
            (_("Received on"), found.received_on),
            (_("Due by"), found.due_on),
            (_("File"), found.report.name if found.report else None),
        ],
        back=reverse("office:report", args=[found.pk]),
        breadcrumbs=crumbs(str(found.review)),
    )


class ReportView(LoginRequiredMixin, OnceMixin, FormView):
    """Takes in the report while one is owed, and shows it afterwards."""

    form_class = DeskReportForm
    template_name = "office/desk_report.html"

    @cached_property
    def asked(self) -> ReviewRequest:
        """What is asked, of one of this person's associations."""
        mine = ReviewRequest.objects.filter(organisation__in=organisations_of(self.request.user))
        rows = mine.select_related("review__document__kind", "organisation", "report")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def may_report(self) -> bool:
        """Whether the report is still owed."""
        return policy_of(ReviewRequest).may(self.request.user, "record_report", self.asked)

    def form_valid(self, form: DeskReportForm) -> HttpResponse:
        """Pass the report on to the office."""
        try:
            record_report(request=self.asked, on=today(), by=self.request.user, **form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, _("Your report has reached the office."))
        return redirect("office:report", pk=self.asked.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show what is asked, and what was sent."""
        return super().get_context_data(
            asked=self.asked,
            review=self.asked.review,
            may_report=self.may_report,
            is_late=self.asked.is_late_on(today()),
            sent_at=moment_of(self.asked, "office.record_report")
            if self.asked.received_on
            else None,
            breadcrumbs=crumbs(str(self.asked.review)),
            **kwargs,
        )
