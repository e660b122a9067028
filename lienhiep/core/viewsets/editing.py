"""Making, changing and deleting a record on a form."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views import generic

from lienhiep.core.forms.explaining import explain
from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.forms.typed_text import clean_typed_text
from lienhiep.core.history import last_change, verb
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets.choices import narrow_choices
from lienhiep.core.viewsets.refusals import add_refusal, double_entry

VERSION = "_version"
"""The field that says which state of the record the person saw when opening the form."""


class RowFormMixin:
    """What the forms of new and of existing records share."""

    request: Any
    model: Any
    object: Any
    inspect_url_name = ""

    def get_form(self, form_class: Any = None) -> Any:
        """Return the form with the choices and fields that are this reader's.

        What is typed is cleaned whatever form the viewset named: one that Wagtail made of
        `form_fields` knows nothing of our letters.
        """
        form_class = form_class or self.get_form_class()  # type: ignore[attr-defined]
        explain(form_class)
        form = super().get_form(form_class)  # type: ignore[misc]
        clean_typed_text(form)
        row = form.instance if form.instance.pk else None
        for name in policy_of(self.model).hidden_fields(self.request.user, row):
            form.fields.pop(name, None)
        narrow_choices(form, self.request.user)
        return form

    def form_valid(self, form: Any) -> HttpResponse:
        """Save; what the database or the record itself refuses goes back to the form."""
        try:
            with transaction.atomic():
                return super().form_valid(form)  # type: ignore[misc]
        except ValidationError as refusal:
            add_refusal(form, refusal)
        except IntegrityError:
            form.add_error(None, double_entry())
        self.produced_error_code = "validation_error"
        self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
        return self.form_invalid(form)  # type: ignore[attr-defined]

    def get_success_url(self) -> str:
        """Lead to the record's page, where its verbs stand."""
        return reverse(self.inspect_url_name, args=[quote(self.object.pk)])

    def get_success_buttons(self) -> list[Any]:
        """Offer none: the page it leads to has them."""
        return []


class RowCreateView(OnceMixin, RowFormMixin, generic.CreateView):
    """A new record; sent twice, it is recorded once."""

    def save_instance(self) -> Any:
        with verb("wagtail.create", by=self.request.user) as act:
            self.action_class(
                self.form.instance,
                user=self.request.user,
                form=self.form,
                log_action=False,
                sort_order_field=self.sort_order_field,
            ).execute(skip_permission_checks=True)
            act.about(self.form.instance)
        return self.form.instance


class RowCopyView(generic.models.CopyViewMixin, RowCreateView):
    """A form filled with a copy; it is sent to the form for new records.

    Sent here it would change the record that was copied.
    """

    http_method_names = ["get", "head", "options"]


class VersionMixin:
    """Two people who change one record at once are told of each other."""

    request: Any
    object: Any

    @property
    def version(self) -> str:
        """The number of the newest entry in the record's history."""
        entry = last_change(self.object)
        return str(entry.log.pk) if entry else "0"

    def save_instance(self) -> Any:
        """Save what was typed over the state that was seen, and over no other.

        Called inside the transaction that saves: nobody comes between the look and the save.
        """
        type(self.object).objects.select_for_update().get(pk=self.object.pk)
        seen = self.request.POST.get(VERSION, "")
        if seen and seen != self.version:
            raise ValidationError(self.overtaken())
        return super().save_instance()  # type: ignore[misc]

    def overtaken(self) -> str:
        """Say who was quicker, and when."""
        entry = last_change(self.object)
        return _(
            "%(who)s changed this record at %(when)s, while you were typing. "
            "Your text is kept. Look at the history, then save again to put yours in place."
        ) % {
            "who": entry.who if entry else "",
            "when": date_format(localtime(entry.when), "DATETIME_FORMAT") if entry else "",
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"row_version": self.version}  # type: ignore[misc]


class PlainEdit:
    """Saving a record in one entry of the history."""

    request: Any
    form: Any
    action_class: Any

    def save_instance(self) -> Any:
        with verb("wagtail.edit", by=self.request.user, about=self.form.instance):
            self.action_class(
                self.form.instance, user=self.request.user, form=self.form, log_action=False
            ).execute(skip_permission_checks=True)
        return self.form.instance


class RowEditView(RowFormMixin, VersionMixin, PlainEdit, generic.EditView):
    """A change."""

    template_name = "core/admin/row_edit.html"


class RowDeleteView(generic.DeleteView):
    """Deleting; a record on which others stand is not deleted, and they are named."""

    usage_url_name = None

    def form_valid(self, form: Any) -> HttpResponse:
        name = str(self.object)
        try:
            return super().form_valid(form)
        except (ProtectedError, RestrictedError) as held:
            rows = getattr(held, "protected_objects", None) or held.restricted_objects
            kinds = sorted({capfirst(str(row._meta.verbose_name_plural)) for row in rows})
            refusal = _(
                "“%(name)s” cannot be deleted, because other records stand on it: %(kinds)s."
            ) % {"name": name, "kinds": ", ".join(kinds)}
        except ValidationError as refused:
            refusal = " ".join(refused.messages)
        messages.error(self.request, refusal)
        return self.render_to_response(self.get_context_data(), status=409)

    def get_success_url(self) -> str:
        """Lead to the list: the record's own page is gone."""
        return reverse(self.index_url_name)

    def delete_action(self) -> None:
        with verb("wagtail.delete", by=self.request.user, about=self.object):
            self.action_class(self.object, user=self.request.user, log_action=False).execute(
                skip_permission_checks=True
            )
