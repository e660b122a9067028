"""What readers see: advisory tasks, science tasks and funded projects, each with its page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.advisory.addresses import project_url, science_url, task_url
from lienhiep.advisory.choices import Answer
from lienhiep.advisory.forms.site import ScienceFilterForm, TaskFilterForm
from lienhiep.advisory.models import AdvisoryTask, FundedProject, ScienceTask
from lienhiep.advisory.structured_data import of_project, of_science_task, of_task
from lienhiep.advisory.tables import ANSWER_KINDS, SCIENCE_KINDS, STATE_KINDS
from lienhiep.advisory.trails import public_steps_of_science_task, public_steps_of_task
from lienhiep.core.period import Period, today
from lienhiep.core.structured_lists import collection

PER_PAGE = 20


@require_safe
def tasks(request: HttpRequest) -> HttpResponse:
    """List the advisory tasks that are public, the newest first, by year and kind."""
    opened = AdvisoryTask.objects.open_to_readers()
    years = opened.order_by("-delivered_on").dates("delivered_on", "year", order="DESC")
    form = TaskFilterForm(request.GET or None, years=[day.year for day in years])
    wanted = _wanted(form)
    rows = opened.select_related("asker").prefetch_related("performers__organisation")
    if wanted.get("year"):
        rows = rows.filter(delivered_on__year=wanted["year"])
    if wanted.get("kind"):
        rows = rows.filter(kind=wanted["kind"])
    page = _page(request, rows.order_by("-delivered_on", "-pk"))
    rows_shown = [(row, task_url(row), STATE_KINDS[row.state]) for row in page]
    context = {
        "page": page,
        "rows": rows_shown,
        "page_description": _(
            "What scientists of the province advise on projects, plans and policies, and what "
            "became of it."
        ),
        "form": form,
        "is_filtered": bool(wanted),
        "clear_url": reverse("advisory:index") if request.GET else "",
        "tabs": _tabs("index"),
        "structured": _told(request, rows_shown),
        "breadcrumbs": [{"label": _("Advice and critique"), "url": ""}],
    }
    return render(request, "advisory/task_list.html", context)


@require_safe
def task(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show an advisory task with what it recommended; an older address leads to the present."""
    rows = AdvisoryTask.objects.open_to_readers().select_related("asker")
    found = get_object_or_404(rows.prefetch_related("performers__organisation"), pk=pk)
    if request.path != (address := task_url(found)):
        return redirect(address, permanent=True)
    recommendations = list(found.recommendations.all())
    context = {
        "task": found,
        "kind": STATE_KINDS[found.state],
        "trail": public_steps_of_task(found),
        "structured": of_task(found),
        "page_description": found.summary or found.title,
        "neighbours": _beside(AdvisoryTask, found, "delivered_on", task_url),
        "back_url": reverse("advisory:index"),
        "recommendations": [(row, ANSWER_KINDS[row.answer]) for row in recommendations],
        "is_answered": any(row.answer != Answer.OPEN for row in recommendations),
        "breadcrumbs": _crumbs(found.title),
    }
    return render(request, "advisory/task_detail.html", context)


@require_safe
def science_tasks(request: HttpRequest) -> HttpResponse:
    """List the science tasks that are public, by a year of their working time and by level."""
    opened = ScienceTask.objects.open_to_readers()
    form = ScienceFilterForm(request.GET or None, years=_years_of(opened))
    wanted = _wanted(form)
    rows = opened.select_related("programme").prefetch_related("performers__organisation")
    if wanted.get("year"):
        rows = rows.carried_out_in(Period.year(wanted["year"]))
    if wanted.get("level"):
        rows = rows.filter(level=wanted["level"])
    page = _page(request, rows.order_by("-starts_on", "-pk"))
    rows_shown = [(row, science_url(row), SCIENCE_KINDS[row.state]) for row in page]
    context = {
        "page": page,
        "rows": rows_shown,
        "form": form,
        "is_filtered": bool(wanted),
        "clear_url": reverse("advisory:science") if request.GET else "",
        "tabs": _tabs("science"),
        "structured": _told(request, rows_shown),
        "breadcrumbs": _crumbs(_("Science tasks")),
    }
    return render(request, "advisory/science_list.html", context)


@require_safe
def science_task(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show a science task."""
    rows = ScienceTask.objects.open_to_readers().select_related("programme", "head")
    found = get_object_or_404(rows.prefetch_related("performers__organisation"), pk=pk)
    if request.path != (address := science_url(found)):
        return redirect(address, permanent=True)
    context = {
        "task": found,
        "kind": SCIENCE_KINDS[found.state],
        "trail": public_steps_of_science_task(found),
        "structured": of_science_task(found),
        "page_description": found.aim or found.title,
        "neighbours": _beside(ScienceTask, found, "starts_on", science_url),
        "back_url": reverse("advisory:science"),
        "breadcrumbs": _crumbs(found.title, _("Science tasks"), reverse("advisory:science")),
    }
    return render(request, "advisory/science_detail.html", context)


@require_safe
def projects(request: HttpRequest) -> HttpResponse:
    """List the funded projects that are public, the newest first."""
    rows = FundedProject.objects.open_to_readers().prefetch_related("partners__organisation")
    page = _page(request, rows.order_by("-starts_on", "-pk"))
    rows_shown = [(row, project_url(row), STATE_KINDS[row.state]) for row in page]
    context = {
        "page": page,
        "rows": rows_shown,
        "tabs": _tabs("projects"),
        "structured": _told(request, rows_shown),
        "breadcrumbs": _crumbs(_("Funded projects")),
    }
    return render(request, "advisory/project_list.html", context)


@require_safe
def project(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show a funded project with its counts."""
    rows = FundedProject.objects.open_to_readers()
    found = get_object_or_404(rows.prefetch_related("partners__organisation"), pk=pk)
    if request.path != (address := project_url(found)):
        return redirect(address, permanent=True)
    reports = found.reports.standing().in_order()
    context = {
        "project": found,
        "kind": STATE_KINDS[found.state],
        "structured": of_project(found),
        "page_description": found.aim or found.title,
        "neighbours": _beside(FundedProject, found, "starts_on", project_url),
        "back_url": reverse("advisory:projects"),
        "reports": reports,
        "reached": reports.aggregate(total=Sum("beneficiaries"))["total"],
        "breadcrumbs": _crumbs(found.title, _("Funded projects"), reverse("advisory:projects")),
    }
    return render(request, "advisory/project_detail.html", context)


def _told(request: HttpRequest, rows: list[tuple[Any, str, str]]) -> dict[str, Any]:
    """Return a list of tasks or projects as machines read it."""
    return collection(
        name=_("Advice and critique"),
        url=request.path,
        items=[(row.title, url) for row, url, _kind in rows],
    )


def _beside(
    model: Any, record: Any, field: str, address: Callable[[Any], str]
) -> dict[str, dict[str, str]]:
    """Return what is public before and after a record in the order of a day."""
    rows, day, pk = model.objects.open_to_readers(), getattr(record, field), record.pk
    found = {
        "before": rows.filter(Q(**{f"{field}__lt": day}) | Q(**{field: day, "pk__lt": pk}))
        .order_by(f"-{field}", "-pk")
        .first(),
        "after": rows.filter(Q(**{f"{field}__gt": day}) | Q(**{field: day, "pk__gt": pk}))
        .order_by(field, "pk")
        .first(),
    }
    return {
        name: {"title": one.title, "url": address(one)}
        for name, one in found.items()
        if one is not None
    }


def _wanted(form: Any) -> dict[str, Any]:
    """Return what the reader narrows by; a choice that does not exist narrows nothing."""
    if not form.is_valid():
        return {}
    return {name: value for name, value in form.cleaned_data.items() if value}


def _page(request: HttpRequest, rows: QuerySet) -> Any:
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


def _years_of(rows: QuerySet) -> list[int]:
    """Return the years in which a task was carried out, the newest first."""
    found: set[int] = set()
    for begun, accepted, stopped in rows.values_list("starts_on", "accepted_on", "stopped_on"):
        last = accepted or stopped or today()
        found.update(range(begun.year, last.year + 1))
    return sorted(found, reverse=True)


def _tabs(here: str) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": reverse(f"advisory:{name}"), "active": name == here}
        for name, label in (
            ("index", _("Advice and critique")),
            ("science", _("Science tasks")),
            ("projects", _("Funded projects")),
        )
    ]


def _crumbs(here: str, between: str = "", url: str = "") -> list[dict[str, str]]:
    first = {"label": _("Advice and critique"), "url": reverse("advisory:index")}
    middle = [{"label": between, "url": url}] if between else []
    return [first, *middle, {"label": here, "url": ""}]
