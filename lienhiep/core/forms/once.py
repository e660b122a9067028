"""A form sent twice is recorded once."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from lienhiep.core.models.kept import SentForm

FIELD = "_once"
"""The hidden field that makes one showing of a form recognisable."""

LONGEST = 64


class _NotRecorded(Exception):
    """The form came back with errors; what was noted of its sending is taken back."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response


class OnceMixin:
    """For views that make a record: a double click or a reload makes it once.

    The page shows a hidden field with `once_token`; sent again, the form leads to what the
    first sending made. Two sendings at the same moment wait for each other in the database.
    """

    request: Any

    @property
    def once_token(self) -> str:
        """The mark of this showing of the form: the one sent, or a new one."""
        return self.request.POST.get(FIELD, "")[:LONGEST] or secrets.token_urlsafe(24)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead to what stands already where the form was sent before."""
        if found := self._sent_before():
            return self._lead_to(found)
        return super().post(request, *args, **kwargs)  # type: ignore[misc]

    def form_valid(self, form: Any) -> HttpResponse:
        """Record, and note that this form has been recorded; both or neither."""
        token = self.request.POST.get(FIELD, "")[:LONGEST]
        if not token:
            return super().form_valid(form)  # type: ignore[misc]
        try:
            with transaction.atomic():
                sent = SentForm.objects.create(token=token, user=self._sender())
                response = super().form_valid(form)  # type: ignore[misc]
                if not isinstance(response, HttpResponseRedirect):
                    raise _NotRecorded(response)
                sent.url = response.url
                sent.save()
                return response
        except _NotRecorded as unfinished:
            return unfinished.response
        except IntegrityError:
            if found := self._sent_before():
                return self._lead_to(found)
            raise

    def _sender(self) -> Any:
        return self.request.user if self.request.user.is_authenticated else None

    def _sent_before(self) -> SentForm | None:
        token = self.request.POST.get(FIELD, "")[:LONGEST]
        if not token:
            return None
        return SentForm.objects.filter(token=token, user=self._sender()).exclude(url="").first()

    def _lead_to(self, sent: SentForm) -> HttpResponse:
        messages.info(
            self.request, _("This form was sent twice. It has been recorded once, here.")
        )
        return HttpResponseRedirect(sent.url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the page the mark to hide in its form."""
        return super().get_context_data(**kwargs) | {"once_token": self.once_token}  # type: ignore[misc]
