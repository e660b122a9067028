"""My data: consents, a copy of everything, and requests."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse_lazy
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.generic import FormView, View

from lienhiep.accounts.actions import ask_about_data
from lienhiep.accounts.choices import DataRight
from lienhiep.accounts.forms.mine import DataRequestForm
from lienhiep.accounts.models import Consent, DataRequest
from lienhiep.accounts.my_data import data_of, own
from lienhiep.accounts.views.mine import Mine
from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.viewsets.verbs import add_refusal


class MyDataView(Mine, OnceMixin, FormView):
    """What the office keeps of whoever reads this, and what they may ask for."""

    template_name = "accounts/my_data.html"
    form_class = DataRequestForm
    success_url = reverse_lazy("accounts_my_data")

    def get_initial(self) -> dict[str, Any]:
        """Begin with what a link to this form has begun, such as the datum that is wrong."""
        right, words = (self.request.GET.get(name, "") for name in ("quyen", "noi-dung"))
        return {"right": right if right in DataRight.values else "", "words": words[:500]}

    def form_valid(self, form: DataRequestForm) -> HttpResponse:
        user = self.request.user
        try:
            asked = ask_about_data(
                user=user,
                by=user,
                right=form.cleaned_data["right"],
                words=form.cleaned_data["words"],
            )
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("Your request is recorded. The office answers by %(day)s.")
            % {"day": date_format(asked.due_on, "DATE_FORMAT")},
        )
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        return super().get_context_data(
            **kwargs,
            consents=Consent.objects.visible_to(user).filter(own(user)),
            requests=DataRequest.objects.filter(user=user),
        )


class MyDataFileView(Mine, View):
    """A copy of one's own data, in a form that programs read."""

    def get(self, request: HttpRequest) -> HttpResponse:
        response = JsonResponse(
            data_of(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2}
        )
        response["Content-Disposition"] = 'attachment; filename="du-lieu-cua-toi.json"'
        return response
