"""One verb for many rows: ticked in the list, asked once, done row by row, each refusal told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from lienhiep.core.forms.explaining import explain
from lienhiep.core.forms.typed_text import clean_typed_text
from lienhiep.core.rules import policy_of, why_not
from lienhiep.core.viewsets.choices import narrow_choices
from lienhiep.core.viewsets.refusals import double_entry

MOST_ROWS = 200
"""Rows in one act; a list shows fewer on a page."""

MOST_TOLD = 10
"""Refusals that are told one by one."""

FIELD = "row"


class PickColumn(Column):
    """A tick before each row; the form that it belongs to stands above the list."""

    header_template_name = "core/admin/pick_header.html"
    cell_template_name = "core/admin/pick_cell.html"

    def __init__(self) -> None:
        super().__init__("pick", label="", accessor="pk", width="3rem")


class ManyView(WagtailAdminTemplateMixin, FormView):
    """Say which rows were ticked, ask what the verb asks, do it, and say what was refused."""

    template_name = "core/admin/many.html"
    model: Any = None
    verbs: Sequence[Any] = ()
    index_url_name = ""
    header_icon = "check"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        asked = request.POST if request.method == "POST" else request.GET
        self.row_verb = next((one for one in self.verbs if one.name == asked.get("verb")), None)
        ids = [one for one in asked.getlist(FIELD)[:MOST_ROWS] if one.isascii() and one.isdigit()]
        self.ids = [int(one) for one in dict.fromkeys(ids) if len(one) < 19]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Lead back to the list where nothing was ticked, or no verb was chosen."""
        if self.row_verb is None:
            raise Http404
        if not self.rows:
            messages.warning(request, _("Tick the rows first, then choose what to do with them."))
            return redirect(self.index_url)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def rows(self) -> list[models.Model]:
        """The ticked rows that this person sees, in the order of the list."""
        found = self.model.objects.visible_among(self.request.user, self.ids).in_bulk()
        return [found[pk] for pk in self.ids if pk in found]

    @cached_property
    def admitted(self) -> list[models.Model]:
        """Those with which the verb may be done now."""
        may = policy_of(self.model).may
        return [row for row in self.rows if may(self.request.user, self.row_verb.name, row)]

    @property
    def index_url(self) -> str:
        """Where the person came from and goes back to."""
        return reverse(self.index_url_name)

    def get_page_title(self) -> str:
        return str(self.row_verb.label)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        kinds = capfirst(self.model._meta.verbose_name_plural)
        return [
            *self.breadcrumbs_items,
            {"url": self.index_url, "label": kinds},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_form_class(self) -> type[forms.Form]:
        return self.row_verb.form_class

    def get_form(self, form_class: Any = None) -> forms.BaseForm:
        explain(self.row_verb.form_class)
        form = super().get_form(form_class)
        clean_typed_text(form)
        narrow_choices(form, self.request.user)
        return form

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Do it with each row by itself: one that is refused keeps none of the others back."""
        done, refused = 0, []
        for row in self.admitted:
            try:
                with transaction.atomic():
                    self.row_verb.action(
                        **{self.row_verb.subject: row}, by=self.request.user, **form.cleaned_data
                    )
                done += 1
            except ValidationError as refusal:
                refused.append((row, " ".join(refusal.messages)))
            except IntegrityError:
                refused.append((row, " ".join(double_entry().messages)))
        if done:
            said = ngettext("%(what)s: %(n)s done.", "%(what)s: %(n)s done.", done)
            messages.success(self.request, said % {"what": self.row_verb.label, "n": done})
        for row, why in refused[:MOST_TOLD]:
            messages.error(self.request, f"{row}: {why}")
        if len(refused) > MOST_TOLD:
            rest = {"n": len(refused) - MOST_TOLD}
            messages.error(self.request, _("%(n)s more were refused.") % rest)
        return redirect(self.index_url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        admitted = {row.pk for row in self.admitted}
        left_out = [row for row in self.rows if row.pk not in admitted]
        context["admitted"] = self.admitted
        context["left_out"] = [
            (row, why_not(self.request.user, self.row_verb.name, self.model, row).why)
            for row in left_out
        ]
        context["verb"] = self.row_verb
        context["index_url"] = self.index_url
        context["media"] = context["form"].media
        return context
