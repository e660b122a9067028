"""The screens of the reports."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.widgets.button import Button

from lienhiep.core.viewsets import RowModelViewSet
from lienhiep.core.viewsets.columns import state_column
from lienhiep.core.viewsets.editing import RowCreateView, RowEditView
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.reports.catalogue import readable_figures
from lienhiep.reports.choices import STATE_KINDS
from lienhiep.reports.difference_lines import lines_for
from lienhiep.reports.forms.report import WordTemplateForm
from lienhiep.reports.models import Report, Statement, WordTemplate
from lienhiep.reports.offered_verbs import VERBS_OF_A_REPORT
from lienhiep.reports.rendering import html_of, notes_of
from lienhiep.reports.showing import ReportFigures


def period_panel() -> FieldPanel:
    """The field of a period, which offers those that an office reports on."""
    offered = forms.TextInput(attrs={"list": "usual-periods", "autocomplete": "off"})
    return FieldPanel("period_code", widget=offered)


class ReportInspectView(RowInspectView):
    """A report as it reads now, its figures, and what has changed under it."""

    template_name = "reports/admin/report_inspect.html"

    @cached_property
    def figures(self) -> ReportFigures:
        """The figures for this reader."""
        return ReportFigures(self.object, self.request.user, back_office=True)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """The report as a page, as PDF and as a Word file, beside the usual."""
        pages = (
            (_("Page for reading and print"), "reports:report", "view"),
            (_("PDF"), "reports:report_pdf", "doc-full-inverse"),
            (_("Word file"), "reports:report_word", "download"),
        )
        return [
            *(
                Button(label, url=reverse(name, args=[self.object.pk]), icon_name=icon)
                for label, name, icon in pages
            ),
            *super().header_more_buttons,
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the text, the figures that may be named in it, and the differences."""
        context = super().get_context_data(**kwargs)
        sections = list(self.object.sections.all())
        context["chapters"] = [(one.heading, html_of(one.text, self.figures)) for one in sections]
        context["notes"] = notes_of([one.text for one in sections], self.figures)
        context["figures"] = offered(self.figures)
        context["differences"] = [
            (one, lines_for(self.request.user, one)) for one in self.figures.changed()
        ]
        return context


def offered(figures: ReportFigures) -> list[Any]:
    """Return the figures that this writer may set in the text, in the order of the catalogue."""
    readable = (figures.named(found.code) for found in readable_figures(figures.user))
    return [shown for shown in readable if shown is not None]


class ReportCreateView(RowCreateView):
    """A new draft, with the figures that can be named beside it."""

    template_name = "reports/admin/report_create.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the catalogue; nothing is counted before there is a period."""
        context = super().get_context_data(**kwargs)
        return context | {"catalogue": readable_figures(self.request.user)}


class ReportEditView(RowEditView):
    """A draft, with the figures that can be named beside it and what they are now."""

    template_name = "reports/admin/report_edit.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the figures as they are counted for the report as it stands."""
        context = super().get_context_data(**kwargs)
        stored = Report.objects.get(pk=self.object.pk)
        return context | {"figures": offered(ReportFigures(stored, self.request.user, True))}


class ReportViewSet(RowModelViewSet):
    """Reports."""

    model = Report
    icon = "doc-full"
    menu_label = _("Reports")
    add_view_class = ReportCreateView
    edit_view_class = ReportEditView
    inspect_view_class = ReportInspectView
    inspect_view_fields = [
        "period_label",
        "data_date",
        "state",
        "is_public",
        "number",
        "signer",
        "signer_position",
        "frozen_at",
        "frozen_by",
        "replaces",
    ]
    list_display = ["title", "period_code", "data_date", state_column(STATE_KINDS), "number"]
    list_filter = ["state", "period_code", "is_public"]
    list_export = ["title", "period_code", "data_date", "get_state_display", "number", "signer"]
    export_headings = {"get_state_display": _("state")}
    verbs = VERBS_OF_A_REPORT
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldRowPanel([period_panel(), FieldPanel("data_date")]),
                FieldPanel("is_public"),
            ],
            heading=_("The report"),
        ),
        InlinePanel(
            "sections",
            heading=_("Chapters"),
            label=_("Chapter"),
            panels=[FieldPanel("order"), FieldPanel("heading"), FieldPanel("text")],
        ),
    ]


class StatementViewSet(RowModelViewSet):
    """Numbers that somebody states."""

    model = Statement
    icon = "edit"
    menu_label = _("Stated numbers")
    list_display = ["code", "period_code", "value", "stated_on", "source"]
    list_filter = ["code", "period_code"]
    list_export = ["code", "period_code", "value", "reason", "source", "stated_on"]
    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("period_code")]),
        FieldRowPanel([FieldPanel("value"), FieldPanel("stated_on")]),
        FieldPanel("reason"),
        FieldPanel("source"),
    ]


class WordTemplateIndexView(RowIndexView):
    """The templates, with the program's own to begin with."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """The program's own template, beside the usual."""
        url = reverse("reports_default_template")
        own = Button(_("The program's own template"), url=url, icon_name="download")
        return [own, *super().header_more_buttons]


class WordTemplateViewSet(RowModelViewSet):
    """Word templates for reports."""

    model = WordTemplate
    icon = "doc-empty"
    menu_label = pgettext_lazy("menu", "Word templates")
    index_view_class = WordTemplateIndexView
    list_display = ["name", "file", "is_used"]
    list_export = ["name", "file", "is_used"]
    inspect_view_fields = ["name", "file", "is_used"]
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("file"), FieldPanel("is_used")],
        base_form_class=WordTemplateForm,
    )
