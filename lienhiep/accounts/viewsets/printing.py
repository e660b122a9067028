"""The page that shows a one-time code, once."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import override
from django.views.decorators.cache import never_cache

from lienhiep.accounts.actions import print_one_time_code
from lienhiep.core.viewsets.verbs import VerbView, add_refusal


@method_decorator(never_cache, name="dispatch")
class PrintCodeView(VerbView):
    """Ask, then answer with the sheet itself: the code is kept nowhere, not even in a session."""

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            written, code = print_one_time_code(user=self.object, by=self.request.user)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        with override(self.object.language):
            return render(
                self.request,
                "accounts/printed_code.html",
                {
                    "account": self.object,
                    "written": written,
                    "code": code,
                    "address": f"{settings.SITE_URL}{reverse('accounts_one_time_code')}",
                    "back": self.inspect_url,
                },
            )
