"""Kinds of document and registers in the back office."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.models import NumberBook
from lienhiep.core.numbering import missing_numbers
from lienhiep.core.viewsets import RowModelViewSet, RowVerb
from lienhiep.core.viewsets.columns import number_column
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.office import actions
from lienhiep.office.forms.verbs import ExplainForm, ReserveForm
from lienhiep.office.models import DocumentKind, RegisterBook


class DocumentKindViewSet(RowModelViewSet):
    """The kinds of document of the law, with their abbreviations."""

    model = DocumentKind
    icon = "tag"
    menu_label = _("Kinds of document")
    list_display = [
        "__str__",
        Column("abbreviation", label=_("Abbreviation"), sort_key="abbreviation"),
        Column("get_system_display", label=_("By the rules of"), sort_key="system"),
        number_column("position", _("Place in the list")),
        BooleanColumn("is_active", label=_("In use"), sort_key="is_active"),
    ]
    list_filter = ["system", "is_active"]
    list_export = ["get_system_display", "position", "name", "abbreviation", "is_active"]
    export_headings = {"get_system_display": _("By the rules of")}
    inspect_view_fields = ["system", "code", "name", "abbreviation", "position", "is_active"]
    edit_handler = ObjectList(
        [
            FieldPanel("system"),
            FieldRowPanel([FieldPanel("name"), FieldPanel("abbreviation")]),
            FieldRowPanel([FieldPanel("code"), FieldPanel("position")]),
            FieldPanel("is_active"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class RegisterBookInspectView(RowInspectView):
    """The page of a register: its series, the last number of each, and what is missing."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the series, the newest first."""
        context = super().get_context_data(**kwargs)
        series = NumberBook.objects.filter(code=self.object.series_code).order_by("-period")
        context["series"] = [(one, missing_numbers(one)) for one in series]
        return context


class RegisterBookViewSet(RowModelViewSet):
    """Registers: what each is for, and what became of its numbers."""

    model = RegisterBook
    icon = "list-ol"
    menu_label = _("Document registers")
    inspect_view_class = RegisterBookInspectView
    inspect_template_name = "office/admin/book_inspect.html"
    verbs = [
        RowVerb(
            "reserve_numbers",
            _("Reserve numbers"),
            actions.reserve_numbers,
            "book",
            form_class=ReserveForm,
            icon="lock",
            explanation=_("The numbers are kept; each is given when a document asks for it."),
        ),
        RowVerb(
            "explain_number",
            _("Declare a number void"),
            actions.explain_number,
            "book",
            form_class=ExplainForm,
            icon="cross",
            explanation=_("For a number that was passed over or reserved for nothing."),
        ),
    ]
    list_display = [
        "__str__",
        Column(
            "get_direction_display",
            label=pgettext_lazy("office", "Direction"),
            sort_key="direction",
        ),
        Column("get_kind_display", label=_("Kind of register"), sort_key="kind"),
        Column("get_runs_by_display", label=_("Numbers begin again"), sort_key="runs_by"),
        BooleanColumn("is_active", label=_("In use"), sort_key="is_active"),
    ]
    list_filter = ["direction", "kind", "is_active"]
    list_export = ["code", "name", "get_direction_display", "get_kind_display", "term"]
    export_headings = {
        "get_direction_display": pgettext_lazy("office", "Direction"),
        "get_kind_display": _("Kind of register"),
    }
    inspect_view_fields = [
        "code",
        "name",
        "direction",
        "kind",
        "runs_by",
        "term",
        "body_symbol",
        "is_active",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("code")]),
            FieldRowPanel([FieldPanel("direction"), FieldPanel("kind")]),
            FieldRowPanel([FieldPanel("runs_by"), FieldPanel("term")]),
            FieldPanel("body_symbol"),
            FieldPanel("is_active"),
        ],
        base_form_class=OfficeAdminModelForm,
    )
