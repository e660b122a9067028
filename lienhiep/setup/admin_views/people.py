"""Associations and people of the office, many at once."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import npgettext
from django.views.decorators.http import require_http_methods

from lienhiep.accounts.choices import STAFF_ROLES
from lienhiep.accounts.models import User
from lienhiep.associations.models import Membership
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.imports.models import ImportBatch
from lienhiep.imports.registries.associations import ASSOCIATIONS
from lienhiep.setup import actions
from lienhiep.setup.actions.staff import RowsRefused
from lienhiep.setup.admin_views.framing import after_names, for_administrators, recorded, show
from lienhiep.setup.forms import AssociationRows, StaffRows, rows_of
from lienhiep.setup.roles import staff_roles_in_words

MORE = "more"


@for_administrators
@after_names
@require_http_methods(["GET", "HEAD", "POST"])
def associations(request: HttpRequest) -> HttpResponse:
    """Enter associations in a few rows, or send a spreadsheet in by the room of imports."""
    may = ASSOCIATIONS.may(request.user)
    rows = _rows(request, AssociationRows)
    if may and _is_sent(request) and rows.is_valid():
        try:
            made = actions.enter_associations(
                rows=[form.cleaned_data for form in rows.filled], by=request.user
            )
        except RowsRefused as refusal:
            _mark(rows, refusal)
        else:
            words = npgettext(
                "setup",
                "%(count)s association is recorded.",
                "%(count)s associations are recorded.",
                len(made),
            )
            return recorded(request, "associations", words % {"count": len(made)})
    return show(
        request,
        "associations",
        rows=rows,
        may_enter=may,
        count=Membership.objects.count(),
        batches=ImportBatch.objects.visible_to(request.user).filter(sheet=ASSOCIATIONS.code)[:5],
    )


@for_administrators
@after_names
@require_http_methods(["GET", "HEAD", "POST"])
def staff(request: HttpRequest) -> HttpResponse:
    """Invite people; who has no address, or where no mail goes out, gets a printed code."""
    rows = _rows(request, StaffRows)
    if _is_sent(request) and rows.is_valid():
        try:
            made = actions.invite_staff(
                people=[form.facts() for form in rows.filled], by=request.user
            )
        except RowsRefused as refusal:
            _mark(rows, refusal)
        else:
            words = npgettext(
                "setup",
                "%(count)s person is invited.",
                "%(count)s people are invited.",
                len(made),
            )
            stays = _needs_codes(made)
            return recorded(request, "staff", words % {"count": len(made)}, stays=stays)
    return show(
        request,
        "staff",
        rows=rows,
        roles=staff_roles_in_words(),
        people=_people(),
        mail_goes_out=mail_goes_out(),
    )


def mail_goes_out() -> bool:
    """Whether a mail server is named; else mail is only written into the data folder."""
    return "filebased" not in settings.EMAIL_BACKEND


def _needs_codes(made: list[User]) -> bool:
    return not mail_goes_out() or any(not user.email for user in made)


def _people() -> list[dict[str, Any]]:
    """Return the people of the office, and for whom a code is to be printed."""
    found = User.objects.active().holding(*STAFF_ROLES).in_bulk()
    return [
        {
            "user": user,
            "roles": ", ".join(str(role.label) for role in user.roles_today),
            "waits": user.last_login is None,
            "code_url": reverse("accounts_users:do_print_code", args=[user.pk]),
        }
        for user in sorted(found.values(), key=lambda user: user.sort_key)
    ]


def _is_sent(request: HttpRequest) -> bool:
    return request.method == "POST" and MORE not in request.POST


def _rows(request: HttpRequest, kind: type[BaseFormSet]) -> BaseFormSet:
    data = request.POST if request.method == "POST" else None
    return rows_of(kind, data, more=MORE in request.POST)


def _mark(rows: BaseFormSet, refusal: RowsRefused) -> None:
    """Put the refusal of each row at its fields, and say on top that nothing was recorded."""
    for place, form in enumerate(rows.filled):
        if place in refusal.rows:
            add_refusal(form, refusal.rows[place])
    rows.non_form_errors().extend(refusal.messages)
