"""The viewset of a kind of record that wants drafts, workflow or bulk ticks."""

from __future__ import annotations

from typing import Any

from wagtail.snippets.views import snippets
from wagtail.snippets.views.snippets import SnippetViewSet

from lienhiep.core.viewsets import editing, listing, reading
from lienhiep.core.viewsets.model import RowViews


class RowSnippetIndexView(listing.RowIndexView, snippets.IndexView):
    """As the list of plain records, with drafts."""


class RowSnippetCreateView(editing.RowFormMixin, snippets.CreateView):
    """As for plain records, with drafts."""


class RowSnippetEditView(editing.RowFormMixin, snippets.EditView):
    """As for plain records, with drafts."""


class RowSnippetDeleteView(editing.RowDeleteView, snippets.DeleteView):
    """As for plain records."""


class RowSnippetViewSet(RowViews, SnippetViewSet):
    """A snippet whose every view asks about the row."""

    index_view_class = RowSnippetIndexView
    add_view_class = RowSnippetCreateView
    edit_view_class = RowSnippetEditView
    delete_view_class = RowSnippetDeleteView
    inspect_view_class = reading.RowInspectView
    history_view_class = reading.RowHistoryView
    copy_view_enabled = False
    list_per_page = 50

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
