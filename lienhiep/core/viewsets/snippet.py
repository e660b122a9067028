"""The viewset of a kind of record that wants drafts, locks or a workflow."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import DraftStateMixin
from wagtail.snippets.views import snippets
from wagtail.snippets.views.snippets import SnippetViewSet

from lienhiep.core.history import verb
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import editing, listing, reading
from lienhiep.core.viewsets.choices import narrow_choices
from lienhiep.core.viewsets.chooser import RowSnippetChooserViewSet
from lienhiep.core.viewsets.guard import PUBLISH
from lienhiep.core.viewsets.model import RowViews


class RowSnippetIndexView(listing.RowIndexView, snippets.IndexView):
    """As the list of plain records, with drafts; no ticks, for they act without our verbs."""

    @cached_property
    def columns(self) -> list[Any]:
        return [column for column in super().columns if column.name != "bulk_actions"]

    def _get_title_column(self, field_name: str, *args: Any, **kwargs: Any) -> Any:
        """Name a row as it is published: Wagtail asks for the newest draft of each."""
        if field_name == "__str__":
            kwargs["accessor"] = str
        return super()._get_title_column(field_name, *args, **kwargs)


class DraftForm(editing.RowFormMixin):
    """Saving a draft writes what changed in it; publishing is asked of the policy, row by row."""

    request: Any
    object: Any
    action: str
    form: Any

    def get_available_actions(self) -> list[str]:
        """Leave out publishing where this row may not be published by this person."""
        actions = super().get_available_actions()  # type: ignore[misc]
        if PUBLISH in actions and not policy_of(self.model).may(
            self.request.user, PUBLISH, self.object
        ):
            actions.remove(PUBLISH)
        return actions

    def get_success_url(self) -> str:
        """Stay at a draft that was saved; lead from all else to the record's page."""
        if self.draftstate_enabled and self.action in ("create", "edit"):  # type: ignore[attr-defined]
            return self.get_edit_url()  # type: ignore[attr-defined]
        return super().get_success_url()

    def _saved(self, **options: Any) -> Any:
        action = self.action_class(  # type: ignore[attr-defined]
            self.form.instance,
            user=self.request.user,
            form=self.form,
            log_action=False,
            clean=not self.saving_as_draft,  # type: ignore[attr-defined]
            **options,
        )
        instance = action.execute(skip_permission_checks=True)
        self.new_revision = action.revision
        return instance


class RowSnippetCreateView(editing.OnceMixin, DraftForm, snippets.CreateView):
    """As for plain records, with drafts."""

    def save_instance(self) -> Any:
        with verb("wagtail.create", by=self.request.user) as act:
            instance = self._saved(sort_order_field=self.sort_order_field)
            act.about(instance)
        return instance


class DraftEdit:
    """Saving a change of a draft in one entry of the history."""

    def save_instance(self) -> Any:
        with verb("wagtail.edit", by=self.request.user, about=self.live_object) as act:  # type: ignore[attr-defined]
            before = self.object_as_opened()
            instance = self._saved(overwrite_revision=self.overwrite_revision)  # type: ignore[attr-defined]
            if isinstance(instance, DraftStateMixin) and instance.live:
                act.note(draft=True)
                after = instance.history_values()
                act.add(
                    instance,
                    "edit",
                    {
                        name: {"before": before[name], "after": after[name]}
                        for name in after
                        if before[name] != after[name]
                    },
                )
            self.draft_saved()
        return instance

    def draft_saved(self) -> None:
        """Do what else a changed draft means, in the same act; nothing here."""

    def object_as_opened(self) -> dict[str, Any]:
        """Return the values of the draft before this form changed them.

        Loaded anew: Wagtail keeps the draft at the record, and the form writes into it.
        """
        stored = type(self.live_object).objects.get(pk=self.live_object.pk)  # type: ignore[attr-defined]
        return stored.get_latest_revision_as_object().history_values()


class RowSnippetEditView(DraftForm, editing.VersionMixin, DraftEdit, snippets.EditView):
    """As for plain records, with drafts."""

    template_name = "core/admin/row_snippet_edit.html"

    @cached_property
    def header_buttons(self) -> list[Any]:
        """Lead to the record's page: the form stays at a draft, which is published there."""
        record = HeaderButton(_("Record"), url=self.get_inspect_url(), icon_name="info-circle")
        return [*super().header_buttons, record]


class RowSnippetCopyView(snippets.CopyView):
    """As for plain records."""

    http_method_names = ["get", "head", "options"]


class RowSnippetDeleteView(editing.RowDeleteView, snippets.DeleteView):
    """As for plain records."""


class NarrowedPreview:
    """A preview of what is being typed: an id typed by hand shows nothing that is hidden."""

    request: Any

    def get_form(self, query_dict: Any) -> Any:
        form = super().get_form(query_dict)  # type: ignore[misc]
        narrow_choices(form, self.request.user)
        return form


class RowPreviewOnCreateView(NarrowedPreview, snippets.PreviewOnCreateView):
    """The preview of a new record."""


class RowPreviewOnEditView(NarrowedPreview, snippets.PreviewOnEditView):
    """The preview of a change."""


class RowRevisionsCompareView(snippets.RevisionsCompareView):
    """Two states of a record side by side, without the fields that are hidden."""

    def _get_comparison(self, revision_a: Any, revision_b: Any) -> list[Any]:
        hidden = policy_of(self.model).hidden_fields(self.request.user, self.object)
        return [
            found
            for found in super()._get_comparison(revision_a, revision_b)
            if getattr(getattr(found, "field", None), "name", None) not in hidden
        ]


class RowSnippetViewSet(RowViews, SnippetViewSet):
    """A snippet whose every view asks about the row."""

    list_view_name = "list"
    index_view_class = RowSnippetIndexView
    add_view_class = RowSnippetCreateView
    edit_view_class = RowSnippetEditView
    copy_view_class = RowSnippetCopyView
    delete_view_class = RowSnippetDeleteView
    preview_on_add_view_class = RowPreviewOnCreateView
    preview_on_edit_view_class = RowPreviewOnEditView
    revisions_compare_view_class = RowRevisionsCompareView
    chooser_viewset_class = RowSnippetChooserViewSet

    # Wagtail looks for templates of its snippets by name; ours are those of the views.
    index_template_name = listing.RowIndexView.template_name
    create_template_name = "core/admin/row_snippet_create.html"
    edit_template_name = RowSnippetEditView.template_name
    delete_template_name = "wagtailadmin/generic/confirm_delete.html"
    history_template_name = reading.RowHistoryView.template_name
    inspect_template_name = reading.RowInspectView.template_name
