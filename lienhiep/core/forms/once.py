"""A form sent twice (a double click, a page loaded again) makes one record."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from lienhiep.core.forms.typist import TYPIST, TypistField
from lienhiep.core.models.kept import SentForm

ONCE = "_once"
"""The hidden field that is different in each form shown."""

LONGEST = 64


class OnceField(forms.CharField):
    """Carries the mark of this one form through corrections, until it is recorded."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, initial=lambda: secrets.token_urlsafe(16))

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Give a mark to a form that came without one."""
        return data or initial

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class AlreadySent(Exception):
    """The form has been recorded before; carries the address of the result."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class OnceMixin:
    """Makes a view with a form record it once; put it first among the view's bases.

    For Django's FormView and CreateView and for Wagtail's CreateView. The form gets a
    hidden field. What `form_valid` of the view does and the note that it was done are one
    transaction; of two requests at the same time the second waits, then is led to the
    result of the first. An answer that is no redirect is taken as "not recorded".
    """

    request: HttpRequest

    def get_form(self, form_class: Any = None) -> Any:
        """Return the form with its mark and the name of who has it before them."""
        form = super().get_form(form_class)  # type: ignore[misc]
        form.fields[ONCE] = OnceField()
        form.fields[TYPIST] = TypistField(self.request.user)
        return form

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead to the result where this form has been recorded already."""
        return self._result_before() or super().post(request, *args, **kwargs)  # type: ignore[misc]

    def form_valid(self, form: Any) -> HttpResponse:
        """Record the form, unless another request with it was quicker."""
        key = self._key()
        if not key:
            return super().form_valid(form)  # type: ignore[misc]
        try:
            with transaction.atomic():
                sent = self._claim(key)
                response = super().form_valid(form)  # type: ignore[misc]
                self._note(sent, response)
        except AlreadySent as earlier:
            return self._lead_to(earlier.url)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again, unless it is only invalid because it was just recorded."""
        return self._result_before() or super().form_invalid(form)  # type: ignore[misc]

    def _key(self) -> str:
        token = self.request.POST.get(ONCE, "")
        if not token or len(token) > LONGEST:
            return ""
        # Nobody is led to another account's record by a mark taken from elsewhere.
        whose = f"{self.request.user.pk}|{self.request.path}|{token}"
        return hashlib.sha256(whose.encode()).hexdigest()

    def _result_before(self) -> HttpResponse | None:
        key = self._key()
        sent = SentForm.objects.filter(token=key).exclude(url="").first() if key else None
        return self._lead_to(sent.url) if sent else None

    def _claim(self, key: str) -> SentForm:
        user = self.request.user if self.request.user.is_authenticated else None
        try:
            with transaction.atomic():
                return SentForm.objects.create(token=key, user=user)
        except IntegrityError as known:
            sent = SentForm.objects.filter(token=key).exclude(url="").first()
            if sent is None:
                raise ImproperlyConfigured("form_valid() ran inside another claim.") from known
            raise AlreadySent(sent.url) from known

    def _note(self, sent: SentForm, response: HttpResponseBase) -> None:
        url = response.headers.get("Location", "")
        if not url:
            sent.delete()
            return
        sent.url = url
        sent.save(update_fields=["url"])

    def _lead_to(self, url: str) -> HttpResponse:
        messages.info(
            self.request,
            _("This form has already been recorded. It was not recorded a second time."),
        )
        return redirect(url)
