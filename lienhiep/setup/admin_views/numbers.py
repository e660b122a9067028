"""Numbers that go on from before: the counter of visits, the registers of this year."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from lienhiep.core.models import NumberBook
from lienhiep.core.period import today
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.office.choices import BookPeriod
from lienhiep.office.models import RegisterBook
from lienhiep.setup import actions
from lienhiep.setup.admin_views.framing import after_names, for_administrators, recorded, show
from lienhiep.setup.forms import OpeningForm, RegisterForm
from lienhiep.visits.actions import state_opening_balance
from lienhiep.visits.models import DailyTally


@for_administrators
@after_names
@require_http_methods(["GET", "HEAD", "POST"])
def numbers(request: HttpRequest) -> HttpResponse:
    """State the balance of the counter and the last numbers; what is left empty stays."""
    data = request.POST if request.method == "POST" else None
    year = today().year
    opening = OpeningForm(
        data, prefix="opening", empty_permitted=True, use_required_attribute=False
    )
    registers = _registers(data, year)
    forms = [opening, *(one["form"] for one in registers)]
    # Each is asked, so that all mistakes are marked at once.
    valid = [form.is_valid() for form in forms]
    if data is not None and all(valid):
        try:
            with transaction.atomic():
                _record(request, opening, registers, year)
        except ValidationError:
            pass  # it stands at its field
        else:
            return recorded(request, "numbers", pgettext("setup", "The numbers are recorded."))
    return show(
        request,
        "numbers",
        opening=opening,
        balance=DailyTally.objects.openings().first(),
        registers=registers,
        year=str(year),
    )


def _record(
    request: HttpRequest, opening: OpeningForm, registers: list[dict[str, Any]], year: int
) -> None:
    if opening.has_changed():
        with _at(opening):
            state_opening_balance(by=request.user, **opening.cleaned_data)
    for one in registers:
        last = one["form"].cleaned_data.get("last")
        if last is not None and one["form"].has_changed():
            with _at(one["form"]):
                actions.carry_number_over(
                    register=one["register"], year=year, last=last, by=request.user
                )


@contextmanager
def _at(form: Any) -> Iterator[None]:
    """Put a refusal at the fields of its form, and pass it on so that nothing is recorded."""
    try:
        yield
    except ValidationError as refusal:
        add_refusal(form, refusal)
        raise


def _registers(data: Any, year: int) -> list[dict[str, Any]]:
    """Return the registers that count by the year, with the last number that each has."""
    books = RegisterBook.objects.filter(is_active=True, runs_by=BookPeriod.YEAR)
    series = {
        book.code: book
        for book in NumberBook.objects.filter(
            code__in=[book.series_code for book in books], period=str(year)
        )
    }
    return [_register(book, series.get(book.series_code), data) for book in books]


def _register(book: RegisterBook, series: NumberBook | None, data: Any) -> dict[str, Any]:
    is_begun = series is not None and series.last > series.carried_over
    carried = series.carried_over if series is not None and series.carried_over else None
    return {
        "register": book,
        "last": series.last if series is not None else 0,
        "is_begun": is_begun,
        "form": RegisterForm(
            data,
            prefix=f"register-{book.pk}",
            initial={"last": carried},
            empty_permitted=True,
            use_required_attribute=False,
        ),
    }
