"""What people do with a record, as buttons: each asks for confirmation and says why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from lienhiep.core.forms import OfficeForm
from lienhiep.core.forms.explaining import explain
from lienhiep.core.forms.typed_text import clean_typed_text
from lienhiep.core.viewsets.choices import narrow_choices
from lienhiep.core.viewsets.refusals import add_refusal, double_entry


class NoQuestions(forms.Form):
    """The form of a verb that asks nothing but "sure?"."""


class AboutRow(OfficeForm):
    """A verb's form that needs to know the record and the person."""

    def __init__(self, *args: Any, row: Any, user: Any, **kwargs: Any) -> None:
        self.row = row
        self.user = user
        super().__init__(*args, **kwargs)


@dataclass(frozen=True)
class RowVerb:
    """A verb of the room, offered on a record's page.

    `action` is the room's own function; it is called with the record under `subject`,
    the user as `by`, and what the form asked. The policy is asked for `name` on the row.
    """

    name: str
    label: Any
    action: Callable[..., Any]
    subject: str
    form_class: type[forms.Form] = NoQuestions
    icon: str = "check"
    explanation: Any = ""
    done: Any = ""
    serious: bool = False
    shown: Callable[[Any], bool] | None = None
    many: bool = False
    """Whether it is offered for rows that are ticked in the list, too."""

    def __post_init__(self) -> None:
        """Refuse to ask about many rows with a form that is made for one."""
        if self.many and issubclass(self.form_class, AboutRow):
            raise TypeError(f"{self.name} asks about one record; it cannot be done with many.")


class VerbView(WagtailAdminTemplateMixin, FormView):
    """Ask, do, and say what was done."""

    template_name = "core/admin/verb.html"
    model: Any = None
    row_verb: Any = None
    index_url_name = ""
    inspect_url_name = ""
    header_icon = "check"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        # The door-keeper has been asked already; this loads what it let through.
        self.object = self.model.objects.get(pk=unquote(str(kwargs["pk"])))

    def get_page_title(self) -> str:
        return str(self.row_verb.label)

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse(self.index_url_name),
                "label": capfirst(self.model._meta.verbose_name_plural),
            },
            {"url": self.inspect_url, "label": str(self.object)},
            {"url": "", "label": self.get_page_title()},
        ]

    @property
    def inspect_url(self) -> str:
        """Where the person came from and goes back to."""
        return reverse(self.inspect_url_name, args=[quote(self.object.pk)])

    def get_form_class(self) -> type[forms.Form]:
        return self.row_verb.form_class

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        if issubclass(self.row_verb.form_class, AboutRow):
            kwargs["row"] = self.object
            kwargs["user"] = self.request.user
        return kwargs

    def get_form(self, form_class: Any = None) -> forms.BaseForm:
        explain(self.row_verb.form_class)
        form = super().get_form(form_class)
        clean_typed_text(form)
        narrow_choices(form, self.request.user)
        return form

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.row_verb.action(
                **{self.row_verb.subject: self.object}, by=self.request.user, **form.cleaned_data
            )
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        except IntegrityError:
            form.add_error(None, double_entry())
            return self.form_invalid(form)
        said = str(self.row_verb.done) or _("Done: %(what)s") % {"what": self.row_verb.label}
        messages.success(self.request, said)
        return redirect(self.inspect_url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["object"] = self.object
        context["object_kind"] = self.model._meta.verbose_name
        context["verb"] = self.row_verb
        context["inspect_url"] = self.inspect_url
        context["media"] = context["form"].media
        return context
