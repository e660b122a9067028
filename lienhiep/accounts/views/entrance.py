"""Coming in: where to go after signing in, and the one-time code."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from allauth.core.internal import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from lienhiep.accounts.actions import use_one_time_code
from lienhiep.accounts.forms.sign_in import NewPasswordForm, OneTimeCodeForm
from lienhiep.accounts.models import User

BACK_OFFICE, DESK = "/quan-tri/", "/ban-lam-viec/"

SESSION_NAME = "accounts_new_password"
MINUTES_TO_TYPE = 30
"""How long somebody who gave a right code may take to choose a password."""


@never_cache
@require_safe
@login_required
def go_in(request: HttpRequest) -> HttpResponse:
    """Send staff to the back office and everybody else to their desk."""
    return redirect(BACK_OFFICE if request.user.may_enter_back_office else DESK)


def account_named(typed: str) -> User | None:
    """Return the account with this e-mail address or phone number, if there is one."""
    try:
        validate_email(typed)
    except ValidationError:
        return get_adapter().get_user_by_phone(typed)
    return User.objects.filter(email=typed.lower()).first()


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class OneTimeCodeView(FormView):
    """The code on paper; a right one leads to the choice of a new password, and nowhere else."""

    template_name = "accounts/one_time_code.html"
    form_class = OneTimeCodeForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        limited = ratelimit.consume_or_429(request, app="allauth.account", action="one_time_code")
        return limited or super().post(request, *args, **kwargs)

    def form_valid(self, form: OneTimeCodeForm) -> HttpResponse:
        user = account_named(form.cleaned_data["login"])
        code = use_one_time_code(user=user, typed=form.cleaned_data["code"])
        if code is None:
            form.add_error(
                "code",
                _(
                    "The code is not accepted. Check the letters and the address or number "
                    "above it; a code serves once, for a limited time. The office can print "
                    "a new one."
                ),
            )
            return self.form_invalid(form)
        self.request.session[SESSION_NAME] = {"user": code.user_id, "at": time.time()}
        return redirect("accounts_new_password")


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class NewPasswordView(FormView):
    """The new password of somebody who came with a code; then they are signed in."""

    template_name = "accounts/new_password.html"
    form_class = NewPasswordForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        given = request.session.get(SESSION_NAME) or {}
        in_time = time.time() - given.get("at", 0) < MINUTES_TO_TYPE * 60
        self.user = User.objects.active().filter(pk=given.get("user")).first() if in_time else None
        if self.user is None:
            request.session.pop(SESSION_NAME, None)
            messages.error(request, _("Please type the code from the office first."))
            return redirect("accounts_one_time_code")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.user}

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:
        form.save()
        self.request.session.pop(SESSION_NAME, None)
        messages.success(self.request, _("Your new password is set."))
        return perform_login(self.request, self.user, redirect_url=reverse("accounts_go_in"))
