"""The report of an association for the review of a resolution."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView

from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.period import today
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.office.actions import record_report
from lienhiep.office.desk_views.documents import crumbs
from lienhiep.office.forms.desk import DeskReportForm
from lienhiep.office.models import ReviewRequest
from lienhiep.office.readers import organisations_of


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
            breadcrumbs=crumbs(str(self.asked.review)),
            **kwargs,
        )
