"""My account: profile, language, password, second step, sessions."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView, View

from lienhiep.accounts.actions import (
    change_profile,
    end_other_sessions,
    end_session,
    live_sign_ins,
)
from lienhiep.accounts.forms.mine import ProfileForm
from lienhiep.accounts.models import SignIn, User
from lienhiep.accounts.rules import needs_second_step
from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.period import today
from lienhiep.core.viewsets.verbs import add_refusal


@method_decorator(never_cache, name="dispatch")
class Mine(LoginRequiredMixin):
    """A page about the account of whoever reads it."""

    request: HttpRequest


class MyAccountView(Mine, TemplateView):
    """Everything about one's own account on one page."""

    template_name = "accounts/mine.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
        return super().get_context_data(
            **kwargs,
            grants=user.role_grants.held_on(today()),
            sign_ins=live_sign_ins(user),
            this_session=self.request.session.session_key,
            has_app=Authenticator.Type.TOTP in kinds,
            has_passkey=Authenticator.Type.WEBAUTHN in kinds,
            second_step_needed=needs_second_step(user),
        )


class ProfileView(Mine, OnceMixin, FormView):
    """The name and the language."""

    template_name = "accounts/profile.html"
    form_class = ProfileForm
    success_url = reverse_lazy("accounts_mine")

    def get_form_kwargs(self) -> dict[str, Any]:
        # A copy of the account: the form writes into it before anything is checked.
        return {
            **super().get_form_kwargs(),
            "instance": User.objects.get(pk=self.request.user.pk),
        }

    def form_valid(self, form: ProfileForm) -> HttpResponse:
        user = self.request.user
        try:
            change_profile(user=user, by=user, **form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        with override(user.language):
            messages.success(self.request, _("Your profile is saved."))
        return super().form_valid(form)


class EndSessionView(Mine, View):
    """Sign out in another browser, or in all others."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        if pk is None:
            number = end_other_sessions(
                user=request.user, by=request.user, keep=request.session.session_key
            )
            if number:
                messages.success(request, _("You are signed out everywhere else."))
        else:
            sign_in = get_object_or_404(SignIn, pk=pk, user=request.user)
            end_session(sign_in=sign_in, by=request.user)
            messages.success(request, _("You are signed out there."))
        return redirect("accounts_mine")
