"""The year in figures and the quality of the data, for the office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages

from lienhiep.core.guarding import Guarded
from lienhiep.core.period import InvalidPeriod
from lienhiep.core.principals import principals
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.viewsets.choices import narrow_choices
from lienhiep.core.viewsets.refusals import add_refusal, double_entry
from lienhiep.reports import actions
from lienhiep.reports.asking import Asked
from lienhiep.reports.catalogue import catalogue_of
from lienhiep.reports.documents.word import DEFAULT_TEMPLATE
from lienhiep.reports.forms.plan import TakeOverForm
from lienhiep.reports.models import KeyTask
from lienhiep.reports.quality import look_through
from lienhiep.reports.rules import READERS
from lienhiep.reports.views import spreadsheet_of


@require_safe
def figures_view(request: HttpRequest) -> HttpResponse:
    """Show the catalogue for a period beside the same period of the year before."""
    typed = request.GET.get("period", "").strip()
    mistake = ""
    try:
        asked = Asked.read(typed, request.GET.get("data_date", "").strip())
    except InvalidPeriod as wrong:
        asked, mistake = Asked.read("", ""), str(wrong)
    if not mistake and "bang-tinh" in request.GET:
        return spreadsheet_of(request, asked)
    context = catalogue_of(request.user, asked, back_office=True)
    context |= {
        "typed": typed or str(asked.period),
        "mistake": mistake,
        "page_title": _("The year in figures"),
    }
    return render(request, "reports/admin/figures.html", context)


@require_safe
def data_quality(request: HttpRequest) -> HttpResponse:
    """Show what the checks of all rooms find, to those who answer for the reports."""
    if not principals(request.user) & READERS:
        raise PermissionDenied
    rooms = look_through(request.user)
    outcomes = [one for room in rooms for one in room.outcomes]
    context = {
        "rooms": rooms,
        "found": sum(room.found for room in rooms),
        "checks": len(outcomes),
        "run": sum(one.was_run for one in outcomes),
        "looked_at": timezone.now(),
    }
    return render(request, "reports/admin/data_quality.html", context)


def take_over(request: HttpRequest, kind: int, pk: int) -> HttpResponse:
    """Make a key task of a record of any room, for those who write the plan and may see it."""
    if not policy_of(KeyTask).may(request.user, "take_over"):
        raise PermissionDenied
    record = _visible_record(request, kind, pk)
    form = TakeOverForm(
        request.POST or None, initial={"title": actions.title_from(record)}, instance=KeyTask()
    )
    narrow_choices(form, request.user)
    if request.method == "POST" and form.is_valid():
        task = _taken_over(form, record, request.user)
        if task is not None:
            messages.success(request, _("The record stands in the plan as a key task."))
            return redirect(admin_row_url(task) or "")
    context = {
        "form": form,
        "record": record,
        "kind": record._meta.verbose_name,
        "back": admin_row_url(record),
        "page_title": _("Take into the plan of work"),
    }
    return render(request, "reports/admin/take_over.html", context)


def _visible_record(request: HttpRequest, kind: int, pk: int) -> Any:
    """Return the record, or nothing that this reader may not see."""
    found = ContentType.objects.filter(pk=kind).first()
    model = found.model_class() if found else None
    if model is None or not issubclass(model, Guarded):
        raise Http404
    record = model.objects.visible_to(request.user).filter(pk=pk).first()
    if record is None:
        raise Http404
    return record


def _taken_over(form: forms.ModelForm, record: Any, user: Any) -> KeyTask | None:
    """Do it; what the action refuses stands at its field."""
    try:
        return actions.take_over(record=record, by=user, **form.cleaned_data)
    except ValidationError as refusal:
        add_refusal(form, refusal)
    except IntegrityError:
        form.add_error(None, double_entry())
    return None


def default_template(request: HttpRequest) -> FileResponse:
    """Hand out the program's own Word template, to begin one's own with."""
    return FileResponse(
        DEFAULT_TEMPLATE.open("rb"), as_attachment=True, filename="mau-bao-cao.docx"
    )
