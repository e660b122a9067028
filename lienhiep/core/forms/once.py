"""A form sent twice (a double click, a page loaded again) makes one record."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from functools import partial
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
    """Makes a view with a form record it once.

    For Django's FormView and CreateView and for Wagtail's CreateView. The form gets a
    hidden field. What `form_valid` of the view does and the note that it was done are one
    transaction; of two requests at the same time the second waits, then is led to the
    result of the first. An answer that is no redirect is taken as "not recorded".
    """

    request: HttpRequest

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Put the guard around the view's own methods.

        Around the view, not among its bases: a view that defines `form_valid` itself would
        stand before a method of this class, and record twice.
        """
        super().setup(request, *args, **kwargs)  # type: ignore[misc]
        for name, around in (
            ("get_form", self._marked),
            ("post", self._unless_recorded),
            ("form_valid", self._once),
            ("form_invalid", self._unless_recorded),
        ):
            setattr(self, name, partial(around, getattr(self, name)))

    def _marked(self, get_form: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Return the form with its mark and the name of who has it before them."""
        form = get_form(*args, **kwargs)
        form.fields[ONCE] = OnceField()
        form.fields[TYPIST] = TypistField(self.request.user)
        return form

    def _unless_recorded(
        self, answer: Callable[..., HttpResponseBase], *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Answer, or lead to the result where this form has been recorded already.

        Asked again of a form that is invalid: it may be so only because it was just recorded.
        """
        return self._result_before() or answer(*args, **kwargs)

    def _once(self, form_valid: Callable[[Any], HttpResponse], form: Any) -> HttpResponse:
        """Record the form, unless another request with it was quicker.

        The marks are ours: neither an action nor a record is given them.
        """
        for mark in (ONCE, TYPIST):
            form.cleaned_data.pop(mark, None)
        key = self._key()
        if not key:
            return form_valid(form)
        try:
            with transaction.atomic():
                sent = self._claim(key)
                response = form_valid(form)
                self._note(sent, response)
        except AlreadySent as earlier:
            return self._lead_to(earlier.url)
        return response

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
