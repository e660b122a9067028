"""How the back office looks to whoever works in it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views import account

from lienhiep.accounts.exports import answer_letter
from lienhiep.accounts.models import DataRequest
from lienhiep.accounts.my_data import data_of as kept_of
from lienhiep.accounts.rules import DATA_KEEPERS
from lienhiep.core.personal import export_of
from lienhiep.core.principals import principals

OURS = (
    account.NameEmailSettingsPanel,
    account.LocaleSettingsPanel,
    account.AvatarSettingsPanel,
    account.ChangePasswordPanel,
)
"""What stands on the page "My account" instead, for everybody alike, or is not wanted."""


class PreferencesView(account.AccountView):
    """Wagtail's own preferences (notifications, theme, density) and nothing about the person."""

    def get_panels(self) -> list[Any]:
        return [panel for panel in super().get_panels() if not isinstance(panel, OURS)]


preferences = require_admin_access(PreferencesView.as_view())


@require_admin_access
@require_safe
def request_data(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out what is kept of the person who asks, to whoever answers the request."""
    asked = _request_to_answer(request, pk)
    if asked.user is not None:
        data = kept_of(asked.user)
    else:
        data = export_of(asked.person)
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="du-lieu-yeu-cau-{asked.pk}.json"'
    return response


@require_admin_access
@require_safe
def request_letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the answer to a request as a letter to be signed."""
    asked = _request_to_answer(request, pk)
    return HttpResponse(
        answer_letter(asked),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="tra-loi-yeu-cau-{asked.pk}.pdf"'},
    )


def _request_to_answer(request: HttpRequest, pk: int) -> DataRequest:
    """Return a request for those who keep the data; for others nothing is here."""
    rows = DataRequest.objects.visible_to(request.user).select_related("user", "person")
    found = rows.filter(pk=pk).first()
    if found is None or not principals(request.user) & DATA_KEEPERS:
        raise Http404
    return found
