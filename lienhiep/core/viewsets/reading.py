"""Reading one record: its page, and its history field by field."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.admin.utils import quote
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton

from lienhiep.core.history.reading import logs_of
from lienhiep.core.money import format_money
from lienhiep.core.money_fields import MoneyField
from lienhiep.core.rules import policy_of
from lienhiep.core.rules.policy import CHANGE, DELETE
from lienhiep.core.viewsets.reading_history import readable_entries
from lienhiep.core.viewsets.row_buttons import buttons_for
from lienhiep.core.viewsets.verbs import RowVerb
from lienhiep.core.viewsets.withholding import shown_to

NOT_WRITTEN = "—"
"""How an empty field is shown where something must stand; a record's page names it at the end."""

NEWEST = 5
"""How many entries of the history stand on a record's own page."""


class RowInspectView(generic.InspectView):
    """A record's page: its facts, what can be done with it, and its newest history."""

    template_name = "core/admin/row_inspect.html"
    any_permission_required = None
    history_url_name = ""
    page_title = gettext_lazy("Record")
    verbs: list[RowVerb] = []
    verb_url_names: dict[str, str] = {}

    def get_page_subtitle(self) -> str:
        """Name the record as it is published; Wagtail's own view names the newest draft."""
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse(self.index_url_name),
                "label": capfirst(self.model._meta.verbose_name_plural),
            },
            {"url": "", "label": str(self.object)},
        ]

    def get_fields_context(self) -> list[dict[str, Any]]:
        hidden = policy_of(self.model).hidden_fields(self.request.user, self.object)
        return [self.get_context_for_field(name) for name in self.fields if name not in hidden]

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        """Return a fact as this reader sees it: a record named in it may be withheld."""
        if field is not None and (field.many_to_many or field.one_to_many):
            rows = shown_to(self.request.user, getattr(self.object, field_name))
            return ", ".join(str(row) for row in rows) or NOT_WRITTEN
        if field is not None and field.many_to_one and getattr(self.object, field_name) is None:
            return NOT_WRITTEN  # Wagtail has a display of its own for pictures, absent ones too
        value = shown_to(self.request.user, super().get_field_display_value(field_name, field))
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if isinstance(field, MoneyField) and value is not None:
            return format_money(value)
        if isinstance(value, datetime):
            # Wagtail's template writes a moment as it is stored, in UTC.
            return timezone.localtime(value)
        return NOT_WRITTEN if value is None or value == "" else value

    def _may(self, asked: str) -> bool:
        return policy_of(self.model).may(self.request.user, asked, self.object)

    def get_edit_url(self) -> str | None:
        return self._url(self.edit_url_name, CHANGE)

    def get_delete_url(self) -> str | None:
        return self._url(self.delete_url_name, DELETE)

    def _url(self, name: str | None, asked: str) -> str | None:
        return reverse(name, args=[quote(self.object.pk)]) if name and self._may(asked) else None

    @cached_property
    def verb_buttons(self) -> list[dict[str, Any]]:
        """The verbs that this person may do on this record as it stands."""
        return [
            {
                "verb": verb,
                "url": reverse(self.verb_url_names[verb.name], args=[quote(self.object.pk)]),
            }
            for verb in self.verbs
            if self._may(verb.name) and (verb.shown is None or verb.shown(self.object))
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        url = self.get_edit_url()
        return [HeaderButton(_("Edit"), url=url, icon_name="edit")] if url else []

    @cached_property
    def history_url(self) -> str:
        """Where the whole history stands."""
        return reverse(self.history_url_name, args=[quote(self.object.pk)])

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = [Button(_("History"), url=self.history_url, icon_name="history", priority=30)]
        if url := self.get_delete_url():
            buttons.append(Button(_("Delete"), url=url, icon_name="bin", priority=40))
        return [*buttons, *buttons_for(self.request.user, self.object)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["verb_buttons"] = self.verb_buttons
        context["entries"] = readable_entries(
            logs_of(self.object)[:NEWEST], self.request.user, self.object
        )
        context["history_url"] = self.history_url
        context["object_kind"] = self.model._meta.verbose_name
        context["unwritten"] = [
            field["label"] for field in context["fields"] if field.get("value") == NOT_WRITTEN
        ]
        return context


class RowHistoryView(BaseObjectMixin, WagtailAdminTemplateMixin, TemplateView):
    """Who changed what, when, from what to what, and why."""

    template_name = "core/admin/row_history.html"
    page_title = gettext_lazy("History")
    header_icon = "history"
    index_url_name = ""
    inspect_url_name = ""
    paginate_by = 20

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse(self.index_url_name),
                "label": capfirst(self.model._meta.verbose_name_plural),
            },
            {
                "url": reverse(self.inspect_url_name, args=[quote(self.object.pk)]),
                "label": str(self.object),
            },
            {"url": "", "label": _("History")},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        page = Paginator(logs_of(self.object), self.paginate_by).get_page(self.request.GET.get("p"))
        context["object"] = self.object
        context["page_obj"] = page
        context["history_url"] = self.request.path
        context["object_kind"] = self.model._meta.verbose_name
        context["entries"] = readable_entries(page.object_list, self.request.user, self.object)
        return context
