"""The viewset of a kind of record."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.utils.functional import cached_property
from wagtail.admin.viewsets.model import ModelViewSet

from lienhiep.core.viewsets import editing, listing, reading
from lienhiep.core.viewsets.guard import guarded_pattern
from lienhiep.core.viewsets.registry import remember
from lienhiep.core.viewsets.verbs import RowVerb, VerbView


class RowViews:
    """What every row-safe viewset of records shares: a guarded door and the room's verbs."""

    model: Any
    verbs: list[RowVerb] = []
    inspect_view_enabled = True
    inspect_verbs_enabled = True
    # Where a record is used is asked of the database when it is deleted, not of an index
    # that would tell a stranger which other records there are.
    add_to_reference_index = False

    @cached_property
    def name(self) -> str:
        """The namespace of the addresses: two rooms may have records of one name."""
        return f"{self.model._meta.app_label}_{self.model._meta.model_name}"

    @cached_property
    def url_prefix(self) -> str:
        """Where the screens lie under the back office: journal/issue/."""
        return f"{self.model._meta.app_label}/{self.model._meta.model_name}"

    def verb_url_names(self) -> dict[str, str]:
        """Return the name of the address of each verb."""
        return {verb.name: self.get_url_name(f"do_{verb.name}") for verb in self.verbs}  # type: ignore[attr-defined]

    def verb_patterns(self) -> list[URLPattern]:
        """Return one address for each verb of the room."""
        conv = self.pk_path_converter  # type: ignore[attr-defined]
        return [
            guarded_pattern(
                path(
                    f"do/{verb.name}/<{conv}:pk>/",
                    VerbView.as_view(
                        model=self.model,
                        row_verb=verb,
                        header_icon=verb.icon,
                        index_url_name=self.get_url_name("index"),  # type: ignore[attr-defined]
                        inspect_url_name=self.get_url_name("inspect"),  # type: ignore[attr-defined]
                    ),
                    name=f"do_{verb.name}",
                ),
                self.model,
                verb.name,
            )
            for verb in self.verbs
        ]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return every address of the viewset, each behind the door-keeper."""
        patterns = [
            guarded_pattern(pattern, self.model)
            for pattern in super().get_urlpatterns()  # type: ignore[misc]
            if pattern.name != "usage"
        ]
        return patterns + self.verb_patterns()

    def on_register(self) -> None:
        super().on_register()  # type: ignore[misc]
        remember(self)


class RowModelViewSet(RowViews, ModelViewSet):
    """List, filter, search, export, make, change, delete, inspect and history, row by row.

    The policy is registered in the room's `AppConfig.ready()`; a viewset never sets one.
    """

    index_view_class = listing.RowIndexView
    add_view_class = editing.RowCreateView
    edit_view_class = editing.RowEditView
    delete_view_class = editing.RowDeleteView
    copy_view_class = editing.RowCopyView
    inspect_view_class = reading.RowInspectView
    history_view_class = reading.RowHistoryView
    copy_view_enabled = False
    list_per_page = 50
    add_to_settings_menu = False

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common = super().get_common_view_kwargs(**kwargs)
        common.pop("usage_url_name", None)
        return common

    def get_inspect_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_inspect_view_kwargs(
            verbs=self.verbs, verb_url_names=self.verb_url_names(), **kwargs
        )

    def register_permissions(self) -> None:
        """Offer no Django permissions: rights come from roles and seats, through the policy."""
