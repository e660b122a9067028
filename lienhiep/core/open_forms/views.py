"""The page of an open form: never kept by a cache, each form recorded once, floods paused."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from lienhiep.core.models.kept import SentForm
from lienhiep.core.open_forms.flood import Limits
from lienhiep.core.open_forms.forms import TRAP, OpenForm
from lienhiep.core.open_forms.readers import give_key, keep_key, reader_of

TOO_MANY = 429


class AlreadySent(Exception):
    """The form was recorded before."""


@method_decorator(never_cache, name="dispatch")
class OpenFormView(FormView):
    """Shows a form and records what is sent; a room says what recording is.

    `record` does it, inside a transaction, and returns the address that says so. A refusal of
    its action stands at the field concerned.
    """

    template_name = "core/open_form.html"
    form_class: type[OpenForm]
    limits: Limits
    heading: Any = ""
    explanation: Any = ""
    button: Any = ""
    way_back: tuple[str, str] | None = None

    def record(self, form: Any) -> str:
        """Do what was asked, and return where the sender is led."""
        raise NotImplementedError

    def about(self) -> object:
        """Return what sendings are counted about by themselves; nothing unless said."""
        return ""

    @property
    def reader(self) -> str:
        """Who is reading; empty for a browser that never sent anything."""
        return reader_of(self.request)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, and let a browser keep the key that was made for it."""
        response = super().dispatch(request, *args, **kwargs)
        keep_key(request, response)
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        """Record the form once."""
        known = self.reader
        if not self.limits.admits(self.request, known, about=self.about()):
            return self.paused(form)
        self.sender = give_key(self.request)
        try:
            with transaction.atomic():
                sent = self._claim(form)
                url = self.record(form)
                sent.url = url
                sent.save(update_fields=["url"])
        except AlreadySent as before:
            messages.info(self.request, _("This form has been recorded already."))
            return redirect(str(before) or self.request.path)
        except ValidationError as refusal:
            _put_on(form, refusal)
            return self.form_invalid(form)
        return redirect(url)

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again with what was typed."""
        return self.render_to_response(self.get_context_data(form=form))

    def paused(self, form: Any) -> HttpResponse:
        """Say that too much came; what was typed is still there."""
        form.add_error(
            None,
            ValidationError(
                _("Too much was sent from here in a short time. Send it again in a few minutes."),
                code="flood",
            ),
        )
        response = self.render_to_response(self.get_context_data(form=form), status=TOO_MANY)
        response.headers["Retry-After"] = "300"
        return response

    def _claim(self, form: OpenForm) -> SentForm:
        try:
            with transaction.atomic():
                return SentForm.objects.create(token=form.once_key())
        except IntegrityError:
            kept = SentForm.objects.filter(token=form.once_key()).first()
            raise AlreadySent(kept.url if kept else "") from None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the words of the page."""
        context = super().get_context_data(**kwargs)
        form = context["form"]
        return {
            "heading": self.heading,
            "explanation": self.explanation,
            "button": self.button or _("Send"),
            "trap": form[TRAP] if TRAP in form.fields else None,
            "noindex": True,
            "way_back": self.way_back,
        } | context


def thanks(
    request: HttpRequest, *, heading: str, text: str, way_back: tuple[str, str] | None = None
) -> HttpResponse:
    """Return the page that says that something was received; it is kept by nobody."""
    response = render(
        request,
        "core/open_thanks.html",
        {"heading": heading, "text": text, "way_back": way_back, "noindex": True},
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _put_on(form: forms.Form, refusal: ValidationError) -> None:
    """Put a refusal at the fields that it names, the rest above the form."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
