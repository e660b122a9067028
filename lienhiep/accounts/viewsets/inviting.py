"""The page that invites somebody."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from lienhiep.accounts.actions import invite_user
from lienhiep.accounts.forms.office import InviteForm
from lienhiep.accounts.models import User
from lienhiep.core.viewsets.verbs import add_refusal


class InviteView(WagtailAdminTemplateMixin, FormView):
    """Make an account; without an e-mail address, the printing of a code comes next."""

    template_name = "accounts/admin/invite.html"
    form_class = InviteForm
    page_title = gettext_lazy("Invite somebody")
    header_icon = "user"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse("accounts_users:index"),
                "label": capfirst(User._meta.verbose_name_plural),
            },
            {"url": "", "label": self.get_page_title()},
        ]

    def form_valid(self, form: InviteForm) -> HttpResponse:
        try:
            user = invite_user(by=self.request.user, **form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        if user.email:
            messages.success(
                self.request,
                _("A link to set a password is sent to %(address)s.") % {"address": user.email},
            )
            return redirect("accounts_users:inspect", user.pk)
        messages.success(self.request, _("The account is made. Now print a code to hand over."))
        return redirect("accounts_users:do_print_code", user.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["media"] = context["form"].media
        context["index_url"] = reverse("accounts_users:index")
        return context
