"""What is kept about me: field by field, by purpose, with how long; and my telephone number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from lienhiep.accounts.actions import change_contact
from lienhiep.accounts.choices import DataRight
from lienhiep.accounts.forms.mine import PhoneForm
from lienhiep.accounts.models import User
from lienhiep.accounts.my_data import kept_about
from lienhiep.accounts.views.mine import Mine
from lienhiep.core.desk import address_for
from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.guarding import Guarded
from lienhiep.core.personal import PersonalDatum
from lienhiep.core.viewsets.verbs import add_refusal


class KeptDataView(Mine, TemplateView):
    """Everything that is kept about whoever reads this, to be read or printed."""

    template_name = "accounts/kept_data.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        purposes = by_purpose(kept_about(user), user)
        return super().get_context_data(
            **kwargs,
            purposes=purposes,
            number=sum(len(purpose["rows"]) for purpose in purposes),
            breadcrumbs=[
                {"label": _("My desk"), "url": reverse("desk:desk")},
                {"label": _("My data"), "url": reverse("accounts_my_data")},
                {"label": _("What is kept about me"), "url": ""},
            ],
        )


def by_purpose(data: Iterable[PersonalDatum], user: Any) -> list[dict[str, Any]]:
    """Return what is kept in groups, one for each purpose, in the order of the rooms."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for datum in data:
        value = getattr(datum.file, "name", "") if datum.file is not None else datum.value
        if value in (None, ""):
            continue
        groups.setdefault(str(datum.purpose), []).append(
            {
                "label": capfirst(str(datum.label)),
                "value": value,
                "kind": capfirst(str(datum.record._meta.verbose_name)),
                "url": _address(datum.record, user),
                "retention": datum.retention,
                "kept_because": datum.kept_because,
                "correct_url": _correction(datum) if datum.identifies else "",
            }
        )
    return [{"purpose": purpose, "rows": rows} for purpose, rows in groups.items()]


def _address(record: Any, user: Any) -> str:
    if not isinstance(record, Guarded) or not record.policy().can_view(user, record):
        return ""
    return address_for(record, user)


def _correction(datum: PersonalDatum) -> str:
    """Return where to ask for a correction, with the words for it begun."""
    words = _("%(what)s is written as “%(value)s”. It should be: ") % {
        "what": capfirst(str(datum.label)),
        "value": str(datum.value or "")[:200],
    }
    query = urlencode({"quyen": DataRight.CORRECT, "noi-dung": words})
    return f"{reverse('accounts_my_data')}?{query}#yeu-cau"


@method_decorator(reauthentication_required, name="dispatch")
class PhoneView(Mine, OnceMixin, FormView):
    """The telephone number, corrected at once by whoever has just shown who they are.

    One may sign in with it; so the password is asked for first. The e-mail address goes by
    the office, because links that open the account are mailed to it.
    """

    template_name = "accounts/phone.html"
    form_class = PhoneForm
    success_url = reverse_lazy("accounts_mine")

    def get_initial(self) -> dict[str, Any]:
        return {"phone": self.request.user.phone_in_words}

    def form_valid(self, form: PhoneForm) -> HttpResponse:
        # A copy: where it is refused, the account of this request stays as it is.
        user = User.objects.get(pk=self.request.user.pk)
        try:
            change_contact(
                user=user, by=user, email=user.email or "", phone=form.cleaned_data["phone"]
            )
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, _("Your telephone number is saved."))
        return super().form_valid(form)
