"""The welcome page: the first account of an empty installation."""

from __future__ import annotations

from allauth.account.utils import perform_login
from allauth.core.internal import ratelimit
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.setup.actions import make_first_account
from lienhiep.setup.actions.beginning import open_union
from lienhiep.setup.first_code import CodeRefused, code_taken, is_awaited, open_or_close
from lienhiep.setup.forms import WelcomeForm


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Make the first account, for whoever reads the code where the program was started.

    Gone for good when somebody has an account.
    """
    if not is_awaited() or open_or_close() is None:
        if request.method == "POST":
            return redirect("account_login")
        raise Http404
    form = WelcomeForm(request.POST or None)
    if request.method == "POST":
        limited = ratelimit.consume_or_429(request, app="allauth.account", action="one_time_code")
        if limited is not None:
            return limited
        if form.is_valid() and (answer := _begun(request, form)) is not None:
            return answer
    return render(request, "setup/welcome.html", {"form": form}, status=200)


def _begun(request: HttpRequest, form: WelcomeForm) -> HttpResponse | None:
    """Make the account and sign it in; None where the form must be corrected."""
    try:
        with code_taken(form.cleaned_data["code"]), transaction.atomic():
            user = make_first_account(**form.account_facts())
            open_union(**form.union_facts(), by=user)
    except CodeRefused:
        form.add_error(
            "code",
            _(
                "The code is not the one that was printed. Read it anew in the window in which "
                "the program was started, or in the file first-account.code of its data folder."
            ),
        )
        return None
    except ValidationError as refusal:
        add_refusal(form, refusal)
        return None
    return perform_login(request, user, redirect_url=reverse("setup_overview"))
