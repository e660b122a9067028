"""The viewset of a kind of record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.guarding import kinds_with_rows_for
from lienhiep.core.rules.policy import KINDS_SEEN, VIEW
from lienhiep.core.viewsets import editing, listing, reading
from lienhiep.core.viewsets.guard import guarded_pattern
from lienhiep.core.viewsets.many import ManyView
from lienhiep.core.viewsets.registry import remember
from lienhiep.core.viewsets.verbs import RowVerb, VerbView

LEFT_OUT = frozenset({"usage", "history_results", "reorder"})
"""Views of Wagtail's that know nothing of rows, or write without a history.

Where a record is used is asked of the database when it is deleted; our history has one page;
dragging rows into an order is a plain update of them all.
"""


def asked_once(is_shown: Callable[[HttpRequest], bool], name: str) -> Callable[[HttpRequest], bool]:
    """Keep the answer for the rest of the request."""

    def kept(request: HttpRequest) -> bool:
        if KINDS_SEEN not in request.user.__dict__:
            # The menu asks of every kind there is.
            request.user.__dict__[KINDS_SEEN] = kinds_with_rows_for(request.user)
        answers = request.__dict__.setdefault("_menu_answers", {})
        if name not in answers:
            answers[name] = is_shown(request)
        return bool(answers[name])

    return kept


class RowViews:
    """What every row-safe viewset of records shares: a guarded door and the room's verbs."""

    model: Any
    verbs: list[RowVerb] = []
    # Wagtail's own would add how long ago a record was changed.
    list_display: Any = ["__str__"]
    list_view_name = "index"
    list_per_page = 50
    inspect_view_enabled = True
    copy_view_enabled = False
    sort_order_field = None
    # An index of references would tell a stranger which other records there are.
    add_to_reference_index = False

    index_view_class: Any = listing.RowIndexView
    add_view_class: Any = editing.RowCreateView
    edit_view_class: Any = editing.RowEditView
    delete_view_class: Any = editing.RowDeleteView
    copy_view_class: Any = editing.RowCopyView
    inspect_view_class: Any = reading.RowInspectView
    history_view_class: Any = reading.RowHistoryView

    @cached_property
    def name(self) -> str:
        """The namespace of the addresses: two rooms may have records of one name."""
        return f"{self.model._meta.app_label}_{self.model._meta.model_name}"

    @cached_property
    def url_prefix(self) -> str:
        """Where the screens lie under the back office: journal/issue/."""
        return f"{self.model._meta.app_label}/{self.model._meta.model_name}"

    def get_menu_item(self, order: int | None = None) -> Any:
        """Return the entry in the menu; Wagtail asks it for the group and again for itself."""
        item = super().get_menu_item(order)  # type: ignore[misc]
        item.is_shown = asked_once(item.is_shown, self.name)
        return item

    def get_edit_handler(self) -> Any:
        """Return the form as panels, with clean text and dates as an office writes them.

        A viewset names `panels`, or just `form_fields`; a room's own form comes with an
        `edit_handler`.
        """
        named = [FieldPanel(name) for name in getattr(self, "form_fields", None) or ()]
        panels = getattr(self, "panels", None) or named
        if hasattr(self, "edit_handler") or not panels:
            return super().get_edit_handler()  # type: ignore[misc]
        handler = ObjectList(panels, base_form_class=OfficeAdminModelForm)
        return handler.bind_to_model(self.model)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common = super().get_common_view_kwargs(**kwargs)  # type: ignore[misc]
        common.pop("usage_url_name", None)
        return common

    @property
    def verbs_for_many(self) -> list[RowVerb]:
        """The verbs that can be done with ticked rows."""
        return [verb for verb in self.verbs if verb.many]

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        if self.verbs_for_many:
            kwargs |= {
                "verbs_for_many": self.verbs_for_many,
                "many_url_name": self.get_url_name("many"),  # type: ignore[attr-defined]
            }
        return super().get_index_view_kwargs(**kwargs)  # type: ignore[misc]

    def get_inspect_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_inspect_view_kwargs(  # type: ignore[misc]
            verbs=self.verbs, verb_url_names=self.verb_url_names(), **kwargs
        )

    def verb_url_names(self) -> dict[str, str]:
        """Return the name of the address of each verb."""
        return {verb.name: self.get_url_name(f"do_{verb.name}") for verb in self.verbs}  # type: ignore[attr-defined]

    def verb_patterns(self) -> list[URLPattern]:
        """Return one address for each verb of the room."""
        return [
            guarded_pattern(self._verb_path(verb), self.model, verb.name) for verb in self.verbs
        ]

    def _verb_path(self, verb: RowVerb) -> URLPattern:
        view = VerbView.as_view(
            model=self.model,
            row_verb=verb,
            header_icon=verb.icon,
            index_url_name=self.get_url_name(self.list_view_name),  # type: ignore[attr-defined]
            inspect_url_name=self.get_url_name("inspect"),  # type: ignore[attr-defined]
        )
        address = f"do/{verb.name}/<{self.pk_path_converter}:pk>/"  # type: ignore[attr-defined]
        return path(address, view, name=f"do_{verb.name}")

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return every address of the viewset, each behind the door-keeper."""
        patterns = [
            guarded_pattern(pattern, self.model)
            for pattern in super().get_urlpatterns()  # type: ignore[misc]
            if pattern.name not in LEFT_OUT
        ]
        return patterns + self.verb_patterns() + self._many_patterns()

    def _many_patterns(self) -> list[URLPattern]:
        """Return the address of verbs for ticked rows; it asks about each row itself."""
        if not self.verbs_for_many:
            return []
        view = ManyView.as_view(
            model=self.model,
            verbs=self.verbs_for_many,
            index_url_name=self.get_url_name(self.list_view_name),  # type: ignore[attr-defined]
        )
        return [guarded_pattern(path("many/", view, name="many"), self.model, VIEW)]

    def on_register(self) -> None:
        super().on_register()  # type: ignore[misc]
        remember(self)

    def register_permissions(self) -> None:
        """Offer no Django permissions: rights come from roles and seats, through the policy."""


class RowModelViewSet(RowViews, ModelViewSet):
    """List, filter, search, export, make, change, delete, inspect and history, row by row.

    The policy is registered in the room's `AppConfig.ready()`; a viewset never sets one.
    """
