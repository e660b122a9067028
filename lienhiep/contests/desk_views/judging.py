"""The juror's desk: the sheets given out, each for an entry known by its code only."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from lienhiep.contests.actions import excuse_juror, submit_score
from lienhiep.contests.choices import STATE_KINDS, SheetState
from lienhiep.contests.forms.desk import ScoreForm, WithdrawalForm
from lienhiep.contests.models import Score
from lienhiep.contests.querysets import ScoreQuerySet
from lienhiep.contests.rules import may_judge
from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.period import today
from lienhiep.core.rules import policy_of, why_not
from lienhiep.core.rules.reasons import Refused
from lienhiep.core.viewsets.refusals import add_refusal


@login_required
@require_safe
def sheets(request: HttpRequest) -> HttpResponse:
    """List the sheets of this juror, edition by edition, those still owed first."""
    _refuse_others(request)
    rows = sorted(
        _own(request).in_order(),
        key=lambda row: (-row.entry.edition_id, row.submitted_on is not None),
    )
    owed = next((row for row in rows if row.submitted_on is None), None)
    context = {
        "next_url": reverse("contests:sheet", args=[owed.pk]) if owed else "",
        "editions": [
            {
                "edition": edition,
                "sheets": (lines := [_line(row) for row in group]),
                "done": sum(line["sheet"].state == SheetState.SUBMITTED for line in lines),
            }
            for edition, group in groupby(rows, key=lambda row: row.entry.edition)
        ],
        "breadcrumbs": _breadcrumbs(),
    }
    return render(request, "contests/judging_sheets.html", context)


class OwnSheetView(LoginRequiredMixin, OnceMixin, FormView):
    """A form about one of this juror's sheets, while it is owed."""

    @cached_property
    def sheet(self) -> Score:
        """The sheet, one of this juror's own."""
        return get_object_or_404(_own(self.request), pk=self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse whoever is no juror."""
        if request.user.is_authenticated:
            _refuse_others(request)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Take nothing more once the sheet is locked."""
        if not self.may_fill_in:
            return redirect("contests:sheet", pk=self.sheet.pk)
        return super().post(request, *args, **kwargs)

    @property
    def may_fill_in(self) -> bool:
        """Whether the sheet still waits for this juror."""
        return policy_of(Score).may(self.request.user, "submit_score", self.sheet)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the entry as a juror may know it: without who made it, and from where."""
        entry = self.sheet.entry
        return super().get_context_data(
            sheet=self.sheet,
            kind=STATE_KINDS[self.sheet.state],
            entry={
                "code": entry.code,
                "title": entry.title,
                "field": entry.field,
                "summary": entry.summary,
                "description": entry.description,
                "photo": entry.photo,
            },
            edition=entry.edition,
            may_fill_in=self.may_fill_in,
            breadcrumbs=_breadcrumbs(entry.code),
            **kwargs,
        )


class SheetView(OwnSheetView):
    """Shows an entry to its juror and takes the points; locked from the submission on."""

    form_class = ScoreForm
    template_name = "contests/judging_sheet.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        """Ask for the criteria of the edition."""
        return {**super().get_form_kwargs(), "sheet": self.sheet}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the points of a sheet that is locked."""
        marks = self.sheet.marks.select_related("criterion")
        return super().get_context_data(marks=list(marks), **self._among_others(), **kwargs)

    def _among_others(self) -> dict[str, Any]:
        """Say which sheet of the edition this is, and which come before and after it."""
        mine = _own(self.request).filter(entry__edition=self.sheet.entry.edition_id)
        # By code, whatever is submitted: the place of a sheet does not move.
        order = list(mine.order_by("entry__code", "pk").values_list("pk", flat=True))
        if self.sheet.pk not in order:
            return {}
        place = order.index(self.sheet.pk)
        before, after = order[max(0, place - 1) : place], order[place + 1 : place + 2]
        return {
            "place": place + 1,
            "number": len(order),
            "before_url": reverse("contests:sheet", args=before) if before else "",
            "after_url": reverse("contests:sheet", args=after) if after else "",
        }

    def form_valid(self, form: ScoreForm) -> HttpResponse:
        """Submit the sheet."""
        try:
            submit_score(
                score=self.sheet,
                points=form.points,
                remark=form.cleaned_data["remark"],
                on=today(),
                by=self.request.user,
            )
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("The sheet of %(code)s is submitted and locked.") % {"code": self.sheet.entry.code},
        )
        return redirect("contests:judging")


class ExcuseView(OwnSheetView):
    """Lets a juror say that they have a conflict of interest."""

    form_class = WithdrawalForm
    template_name = "contests/judging_excuse.html"

    def form_valid(self, form: WithdrawalForm) -> HttpResponse:
        """Take the sheet from the juror."""
        try:
            excuse_juror(
                score=self.sheet,
                on=today(),
                reason=form.cleaned_data["reason"],
                by=self.request.user,
            )
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, _("The sheet is taken back; thank you for saying so."))
        return redirect("contests:judging")


def _own(request: HttpRequest) -> ScoreQuerySet:
    rows = Score.objects.of_person(request.user.person_id)
    return rows.select_related(
        "juror", "entry__edition__contest", "entry__field", "entry__description", "entry__photo"
    )


def _refuse_others(request: HttpRequest) -> None:
    if not may_judge(request.user):
        raise Refused(why_not(request.user, "submit_score", Score))


def _line(sheet: Score) -> dict[str, Any]:
    return {
        "sheet": sheet,
        "url": reverse("contests:sheet", args=[sheet.pk]),
        "kind": STATE_KINDS[sheet.state],
    }


def _breadcrumbs(here: str = "") -> list[dict[str, str]]:
    crumbs = [
        {"label": _("My desk"), "url": reverse("desk:desk")},
        {"label": _("Scoring entries"), "url": reverse("contests:judging") if here else ""},
    ]
    return [*crumbs, {"label": here, "url": ""}] if here else crumbs
